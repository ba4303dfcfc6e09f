import type { PolicyStatus } from '@cdp-watch/contract'
import { formatSpan } from '../../ui/duration.ts'
import { type Health, healthWords, shownHealth } from '../../ui/health.ts'

const minute = 60
const hour = 60 * minute

/** An RPO for people: `15 s`, `5 min`, `90 s`, `1 h`; a dash where it is not known. */
export function rpoWords(seconds: number | null): string {
  if (seconds === null) return '–'
  if (seconds < minute || seconds % minute !== 0) return `${seconds} s`
  return seconds % hour === 0 ? `${seconds / hour} h` : `${seconds / minute} min`
}

const streakWord: Partial<Record<Health, string>> = {
  failed: 'failing',
  warning: 'warning',
  missing: 'missing',
}

/** For how long a policy has not been well: `failing for 3 days`; undefined where it is. */
export function streakWords(
  { health, streak }: Pick<PolicyStatus, 'health' | 'streak'>,
  now: number,
): string | undefined {
  if (streak === null) return undefined
  const length =
    streak.days > 1 ? `${streak.days} days` : formatSpan(now - Date.parse(streak.sinceUTC))
  return `${streakWord[health] ?? 'not well'} for ${length}`
}

/** How a policy is shown, with its word: one that is not meant to run is not called unknown. */
export function policyHealth(policy: PolicyStatus): { health: Health; word: string } {
  const state = policy.activeSession?.state ?? 'Stopped'
  const health = shownHealth({ health: policy.health, state })
  if (health !== 'unknown') return { health, word: healthWords[health] }
  if (policy.isRemoved) return { health, word: 'Removed' }
  if (policy.scheduleEnabled === false) return { health, word: 'Disabled' }
  return { health, word: policy.isExpected ? healthWords.unknown : 'Not due' }
}

/** Its VMs that are not well now: `2 of 14`, and which health that is; undefined where it has no session. */
export function vmsWords(vms: PolicyStatus['vms']): { words: string; health: Health } | undefined {
  if (vms === null) return undefined
  const bad = vms.failed > 0 ? vms.failed : vms.warning
  const health = vms.failed > 0 ? 'failed' : vms.warning > 0 ? 'warning' : 'ok'
  return { words: vms.total === null ? String(bad) : `${bad} of ${vms.total}`, health }
}

/** The session that a click on the policy opens: the one that runs, else its last. */
export function sessionToOpen(policy: PolicyStatus): string | undefined {
  return (
    policy.activeSession?.uid ?? policy.days.findLast((day) => day.uid !== null)?.uid ?? undefined
  )
}

/** Whether a session is among those a policy's row leads to. */
export function leadsTo(policy: PolicyStatus, session: string): boolean {
  return policy.activeSession?.uid === session || policy.days.some((day) => day.uid === session)
}
