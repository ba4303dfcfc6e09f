import { Loader } from '@mantine/core'
import foot from '../../ui/list/list-foot.module.css'
import { titleOf } from '../../ui/problem-notice.tsx'
import classes from './table-foot.module.css'

interface TableFootProps {
  words: string
  /** What else is to be known of the rows. */
  notes?: React.ReactNode
  busy: string | undefined
  error: Error | null
  onRetry: () => void
  /** Which source it is, and how old. */
  children: React.ReactNode
}

/** How much is shown, how old it is, and what went wrong with the rest. */
export function TableFoot({ words, notes, busy, error, onRetry, children }: TableFootProps) {
  return (
    <>
      <span>{words}</span>
      {notes}
      {error ? (
        <span className={foot.failed} role="alert">
          ✖ {titleOf(error)}; this is what was known before.{' '}
          <button type="button" className={foot.link} onClick={onRetry}>
            Try again
          </button>
        </span>
      ) : null}
      <span className={foot.end}>
        {busy === undefined ? null : (
          <Loader className={classes.busy} size={14} aria-label={busy} />
        )}
        {children}
      </span>
    </>
  )
}
