import type { SessionsAnswer } from '@cdp-watch/contract'
import { Button, Loader, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { titleOf } from '../../ui/problem-notice.tsx'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './table-foot.module.css'

interface TableFootProps {
  words: string
  answeredUTC: string | undefined
  unreadable: SessionsAnswer['rowProblems']
  /** Whether the VMs' reasons could not all be asked. */
  incomplete: boolean
  busy: boolean
  error: Error | null
  onRefresh: () => void
  onRetry: () => void
}

/** How much is shown, how old it is, and what went wrong with the rest. */
export function TableFoot({
  words,
  answeredUTC,
  unreadable,
  incomplete,
  busy,
  error,
  onRefresh,
  onRetry,
}: TableFootProps) {
  return (
    <>
      <span>{words}</span>
      {unreadable.length > 0 ? (
        <Tooltip
          label={unreadable
            .map((row) => `${row.uid ?? `row ${row.index + 1}`}: ${row.message}`)
            .join('; ')}
        >
          <button type="button" className={classes.warning}>
            ▲ {unreadable.length} more could not be read
          </button>
        </Tooltip>
      ) : null}
      {incomplete ? (
        <span className={classes.warning}>▲ the VMs’ reasons could not be asked</span>
      ) : null}
      {error ? (
        <span className={classes.failed} role="alert">
          ✖ {titleOf(error)}; this is what was known before.{' '}
          <button type="button" className={classes.link} onClick={onRetry}>
            Try again
          </button>
        </span>
      ) : null}
      <span className={classes.end}>
        {busy ? <Loader size={14} aria-label="Asking Enterprise Manager" /> : null}
        {answeredUTC ? (
          <span>
            live, answered <AgeText at={answeredUTC} />
          </span>
        ) : null}
        <Button
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onRefresh}
        >
          Ask again
        </Button>
      </span>
    </>
  )
}
