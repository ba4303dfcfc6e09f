import type { Infrastructure } from './policies.ts'
import { vmName } from './policies.ts'
import type { Severity, TaskParent } from './tasks.ts'
import { partCreated, partEnded, partsOf, reaches, verdict } from './tasks.ts'
import { reasonOf, summaryOf } from './texts.ts'

/**
 * The FailureMessage of a session that has ended: null or empty for two in three of those that did not end well, as
 * all recorded failures have it, else the reason of a VM or a summary.
 */
export function failureMessageOf(
  infrastructure: Infrastructure,
  session: TaskParent,
  severity: Severity,
): string | null {
  const choice = session.key % 9
  if (severity === 1) return choice === 0 ? '' : null
  if (choice >= 3) return choice < 6 ? '' : null
  const parts = partsOf(session)
  const concerned: string[] = []
  let reason: string | undefined
  for (let vm = 0; vm < session.policy.vms; vm += 1) {
    for (let part = 0; part < parts; part += 1) {
      const from = partCreated(session, vm, part)
      const worst = verdict(session.hits, vm, from, partEnded(session, vm, part, parts))
      if (!worst.hit || worst.severity !== severity) continue
      concerned.push(vmName(session.policy, vm))
      const at = reaches(worst.hit, vm)
      reason ??= reasonOf(infrastructure, session.policy, vm, worst.hit, at)
      break
    }
  }
  if (reason !== undefined && session.key % 2 === 0) return reason
  return summaryOf(concerned, session.policy.vms, session.created, session.ended)
}
