import { type Health, healths } from '@cdp-watch/contract'
import { knownStatuses } from '../policies/policies-answer.ts'
import type { PoliciesView } from '../policies/policies-view.ts'

/** How policies, their active sessions and the VMs of these are now, in numbers; removed policies are left out. */
export interface Standing {
  policies: Record<Health, number>
  /** Sessions under way. */
  sessions: Record<Health, number>
  /** VMs of sessions under way. `other`: neither failed nor with a warning, where EM has said how many there are. */
  vms: { failed: number; warning: number; other: number }
}

/** No day is told, so that any zone will do; an overview uses the same one, so it is computed once for both. */
const zone = 'UTC'

/** The standing at `now`, ms since 1970 by EM's clock. Once per state of the index this costs what an overview does, else next to nothing. */
export function standingOf(view: PoliciesView, now: number): Standing {
  const standing: Standing = {
    policies: noneYet(),
    sessions: noneYet(),
    vms: { failed: 0, warning: 0, other: 0 },
  }
  const { columns } = view
  for (const { row, status, active } of knownStatuses(view, zone, now).policies) {
    if (row.removed_at !== null) continue
    standing.policies[status.health] += 1
    if (active < 0) continue
    standing.sessions[healths[columns.health[active] ?? -1] ?? 'unknown'] += 1
    const failed = columns.vmsFailed[active] ?? 0
    const warning = columns.vmsWarning[active] ?? 0
    standing.vms.failed += failed
    standing.vms.warning += warning
    standing.vms.other += Math.max(0, (columns.vmsTotal[active] ?? 0) - failed - warning)
  }
  return standing
}

function noneYet(): Record<Health, number> {
  return { failed: 0, missing: 0, warning: 0, unknown: 0, ok: 0 }
}
