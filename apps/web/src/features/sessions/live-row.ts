import type { Session } from '@cdp-watch/contract'
import { healthOf } from '../../ui/health.ts'
import type { SessionRow } from './session-row.ts'
import type { VmReasons } from './vm-reasons.ts'

/**
 * A session as EM answered it, with what its VMs say where that was asked. A running one has the health
 * of its failing VMs; it is never called OK while it runs.
 */
export function liveRow(session: Session, reasons: VmReasons | undefined): SessionRow {
  const ofResult = healthOf(session)
  const health = ofResult === 'working' && reasons ? reasons.health : ofResult
  const own = session.failureMessage
  return {
    ...session,
    health: health === 'working' ? 'unknown' : health,
    failureText: own ?? reasons?.text ?? null,
    failureCount: own === null && reasons ? 1 + reasons.more : own === null ? 0 : 1,
    tasks: reasons ? { total: null, failed: reasons.failed, warning: reasons.warning } : null,
    isGone: false,
  }
}
