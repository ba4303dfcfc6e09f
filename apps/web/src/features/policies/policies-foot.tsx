import { Loader } from '@mantine/core'
import { titleOf } from '../../ui/problem-notice.tsx'
import { AgeText } from '../../ui/time-text.tsx'
import classes from './policies-foot.module.css'
import type { Policies } from './use-policies.ts'

/** How much is shown, how old it is, and what went wrong with asking again. */
export function PoliciesFoot({ policies, words }: { policies: Policies; words: string }) {
  const { answer, error, isAsking, retry } = policies
  const asOf = answer?.asOf ?? null
  return (
    <div className={classes.foot} data-testid="table-foot">
      <span>{words}</span>
      {error ? (
        <span className={classes.failed} role="alert">
          ✖ {titleOf(error)}; this is what was known before.{' '}
          <button type="button" className={classes.link} onClick={retry}>
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
