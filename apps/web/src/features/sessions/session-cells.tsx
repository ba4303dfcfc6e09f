import type { Session } from '@cdp-watch/contract'
import { healthOf } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { useReasonsOf } from './known-reasons.ts'
import classes from './sessions-table.module.css'

/** EM's result; of a running session that its VMs are failing, where they are. It is never called OK while it runs. */
export function HealthCell({ session }: { session: Session }) {
  const reasons = useReasonsOf(session)
  const health = healthOf(session)
  return <HealthMark health={health === 'working' && reasons ? reasons.health : health} />
}

/** How many VMs fail, as far as EM says. */
export function VmsCell({ session }: { session: Session }) {
  const reasons = useReasonsOf(session)
  if (!reasons) return null
  return (
    <span>
      {reasons.failed > 0 ? <span className={classes.failed}>{reasons.failed} ✖</span> : null}
      {reasons.failed > 0 && reasons.warning > 0 ? ' · ' : null}
      {reasons.warning > 0 ? <span className={classes.warning}>{reasons.warning} ▲</span> : null}
    </span>
  )
}

/** The session's own message on one line; where it has none, the reason of its worst VM. */
export function FailureCell({ session }: { session: Session }) {
  const reasons = useReasonsOf(session)
  const text = session.failureMessage ?? reasons?.text
  if (text !== undefined) {
    return (
      <>
        <span className={classes.message} dir="auto">
          {text}
        </span>
        {session.failureMessage === null && reasons && reasons.more > 0 ? (
          <span className={classes.more}>+{reasons.more} more</span>
        ) : null}
      </>
    )
  }
  const health = healthOf(session)
  if (health === 'failed' || health === 'warning')
    return <span className={classes.muted}>no message; its VMs say why</span>
  return null
}
