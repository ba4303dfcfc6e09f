import { Loader } from '@mantine/core'
import { titleOf } from '../problem-notice.tsx'
import { AgeText } from '../time-text.tsx'
import classes from './list-foot.module.css'

interface ListFootProps {
  /** How much is shown. */
  words: string
  /** As of when, ISO 8601; null where that is not known. */
  asOf: string | null
  isAsking: boolean
  /** Why asking again failed. */
  error: Error | null
  onRetry: () => void
}

/** How much is shown, how old it is, and what went wrong with asking again. */
export function ListFoot({ words, asOf, isAsking, error, onRetry }: ListFootProps) {
  return (
    <div className={classes.foot} data-testid="table-foot">
      <span>{words}</span>
      {error ? (
        <span className={classes.failed} role="alert">
          ✖ {titleOf(error)}; this is what was known before.{' '}
          <button type="button" className={classes.link} onClick={onRetry}>
            Try again
          </button>
        </span>
      ) : null}
      <span className={classes.end}>
        {isAsking ? <Loader size={14} aria-label="Asking the index" /> : null}
        <span>
          index, {asOf === null ? 'age not known' : 'as of '}
          {asOf === null ? null : <AgeText at={asOf} />}
        </span>
      </span>
    </div>
  )
}
