import { formatSpan } from '../../ui/duration.ts'
import classes from './wall-top.module.css'
import type { WallView } from './wall-view.ts'

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** What this is, the time by the server's clock, and how old what is shown is. */
export function WallTop({ view }: { view: Pick<WallView, 'overview' | 'freshness' | 'now'> }) {
  const { overview, freshness, now } = view
  const emNow = now + (freshness?.em.clockOffsetSeconds ?? 0) * 1000
  return (
    <header className={classes.top}>
      <h1>CDP replication</h1>
      {overview?.demo ? (
        // Of what is not real the day is no matter, and there is no room for both.
        <strong className={classes.demo}>Demo data</strong>
      ) : (
        <span>{day.format(now)}</span>
      )}
      <time className={classes.clock} dateTime={new Date(now).toISOString()}>
        {clock.format(now)}
      </time>
      <p className={classes.ages}>
        <Age
          before="Enterprise Manager"
          at={freshness?.em.lastAnswerUTC ?? null}
          unknown="not heard of"
          now={now}
        />
        {' · '}
        <Age
          before="collected"
          at={freshness?.collection?.lastFinishedUTC ?? null}
          unknown="at a time unknown"
          now={emNow}
        />
      </p>
    </header>
  )
}

interface AgeProps {
  before: string
  /** ISO 8601; null where it is not known. */
  at: string | null
  unknown: string
  /** Milliseconds by the clock that told `at`. */
  now: number
}

function Age({ before, at, unknown, now }: AgeProps) {
  if (at === null) return `${before} ${unknown}`
  return (
    <>
      {before} <time dateTime={at}>{formatSpan(now - Date.parse(at))}</time> ago
    </>
  )
}
