import type { SessionsAnswer } from '@cdp-watch/contract'
import { Button, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './table-foot.module.css'
import { TableFoot } from './table-foot.tsx'

interface LiveFootProps {
  words: string
  answeredUTC: string | undefined
  unreadable: SessionsAnswer['rowProblems']
  /** Whether the VMs' reasons could not all be asked. */
  incomplete: boolean
  /** What of the sort EM cannot do. */
  lost: string | undefined
  busy: boolean
  error: Error | null
  onRefresh: () => void
  onRetry: () => void
}

/** What is to be known of rows that EM answered itself. */
export function LiveFoot(props: LiveFootProps) {
  const { words, answeredUTC, unreadable, incomplete, lost, busy, error } = props
  return (
    <TableFoot
      words={words}
      busy={busy ? 'Asking Enterprise Manager' : undefined}
      error={error}
      onRetry={props.onRetry}
      notes={
        <>
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
          {lost === undefined ? null : <span className={classes.warning}>▲ {lost}</span>}
        </>
      }
    >
      {answeredUTC ? (
        <span>
          live, answered <AgeText at={answeredUTC} />
        </span>
      ) : null}
      <Button
        size="compact-sm"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={props.onRefresh}
      >
        Ask again
      </Button>
    </TableFoot>
  )
}
