import type { FailuresAnswer } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { formatShort } from '../../ui/format-time.ts'
import classes from '../../ui/list/band.module.css'
import { useNow } from '../../ui/now.ts'
import { useZone } from '../../ui/time-zone.ts'
import { statusCounts } from './failure-status.ts'
import own from './failures-band.module.css'
import { StatusMark } from './status-mark.tsx'

interface FailuresBandProps {
  /** Undefined until there was one. */
  answer: Pick<FailuresAnswer, 'sessions' | 'total' | 'facets' | 'regrouping'> | undefined
  changedSince: string | undefined
}

/** How many sessions fail, of how many causes, and how those stand. */
export function FailuresBand({ answer, changedSince }: FailuresBandProps) {
  const [zone] = useZone()
  const now = useNow()
  if (!answer) return <div className={`${classes.band} ${own.band}`} aria-hidden="true" />
  const { sessions, total, regrouping } = answer
  const standing = statusCounts(answer.facets.status)
  return (
    <section className={`${classes.band} ${own.band}`} aria-label="Summary">
      <p className={classes.total}>
        <b>{formatCount(sessions)}</b> failing {sessions === 1 ? 'session' : 'sessions'} ·{' '}
        <b>{formatCount(total)}</b> {total === 1 ? 'cause' : 'causes'}
      </p>
      <p className={own.standing}>
        {changedSince === undefined ? null : (
          <span className={own.since}>
            Changed since{' '}
            <time dateTime={changedSince}>{formatShort(changedSince, zone, now)}</time>:
          </span>
        )}
        {standing.map(({ status, words }) => (
          <StatusMark key={status} status={status} word={words} />
        ))}
        {standing.length === 0 ? 'nothing' : null}
      </p>
      {regrouping === null ? null : (
        <p className={own.regrouping} role="status">
          The history is being grouped anew by a new version of the grouping:{' '}
          {Math.floor(regrouping * 100)} %. Older failures join their causes by themselves.
        </p>
      )}
    </section>
  )
}
