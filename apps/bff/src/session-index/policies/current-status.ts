import { type Health, healths } from '@cdp-watch/contract'
import { dayMs, hourMs, minuteMs } from './duration.ts'
import type { PolicyFacts } from './policy-facts.ts'
import type { PolicySessions } from './policy-sessions.ts'

/**
 * How old the begin of the last session may be. A session lasts 24 hours, EM's collection is up to 15
 * minutes old, and between the end of one session and the begin of the next a few may pass: with less,
 * policies would be missing for moments in which EM just happened to look.
 */
const recentMs = dayMs + 20 * minuteMs

/** Why a policy counts as missing, or why it is not expected to run. */
export type StatusReason =
  | { readonly kind: 'removed' | 'disabled' | 'off-hours' }
  /** It is expected, but only just: it needs time to begin, and EM to tell of it. */
  | { readonly kind: 'just-enabled' | 'hours-just-begun' | 'not-run-yet' }
  | { readonly kind: 'never-ran' }
  /** `at`: end of its last session, ms since 1970. */
  | { readonly kind: 'no-session-since'; readonly at: number }

/** How a policy is. */
export interface CurrentStatus {
  readonly health: Health
  /** Null where a session tells all. */
  readonly reason: StatusReason | null
  /** Whether it is enabled and this is an hour of its schedule. */
  readonly isExpected: boolean
  /** The number of the active session that tells, the worst where there are several. */
  readonly active: number | null
  /** The number of the session that tells: the active one, or the last where it is recent. */
  readonly session: number | null
}

/** How a policy is at an instant (ms since 1970), which is no later than EM was last read. */
export function currentStatus(
  facts: PolicyFacts,
  sessions: PolicySessions,
  at: number,
): CurrentStatus {
  const isRemoved = facts.removedAt !== Number.POSITIVE_INFINITY
  const isExpected = !isRemoved && facts.isEnabled && facts.schedule.includes(at)
  const active = worstActive(sessions)
  const last = sessions.count - 1
  const isRecent = last >= 0 && sessions.ended(last) > at - recentMs
  const session = active ?? (isRecent ? last : null)
  const told = { isExpected, active, session }

  if (isRemoved) return { ...told, health: 'unknown', reason: { kind: 'removed' } }
  if (active !== null) return { ...told, health: healthOf(sessions, active), reason: null }
  const missing = missingReason(facts, sessions, at)
  if (missing) return { ...told, health: 'missing', reason: missing }
  const unexpected = unexpectedReason(facts, at)
  if (session !== null) return { ...told, health: healthOf(sessions, session), reason: unexpected }
  const reason = unexpected ?? { kind: last < 0 ? 'not-run-yet' : 'hours-just-begun' }
  return { ...told, health: 'unknown', reason }
}

function healthOf(sessions: PolicySessions, number: number): Health {
  return healths[sessions.health(number)] ?? 'unknown'
}

function worstActive(sessions: PolicySessions): number | null {
  let worst: number | null = null
  for (let number = sessions.count - 1; number >= 0; number -= 1) {
    if (!sessions.isActive(number)) continue
    if (worst === null || sessions.health(number) < sessions.health(worst)) worst = number
  }
  return worst
}

function unexpectedReason(facts: PolicyFacts, at: number): StatusReason | null {
  if (!facts.isEnabled) return { kind: 'disabled' }
  if (!facts.schedule.includes(at)) return { kind: 'off-hours' }
  if (facts.enabledSince > at - hourMs) return { kind: 'just-enabled' }
  return null
}

/** Why a policy without an active session counts as missing; null where it does not. */
function missingReason(
  facts: PolicyFacts,
  sessions: PolicySessions,
  at: number,
): StatusReason | null {
  // One hour of grace: it needs time to begin, and EM to collect.
  if (unexpectedReason(facts, at) !== null || !facts.schedule.includes(at - hourMs)) return null
  const last = sessions.count - 1
  if (last < 0) {
    const since = Math.max(facts.existsSince, facts.enabledSince)
    return since <= at - dayMs ? { kind: 'never-ran' } : null
  }
  if (sessions.began(last) > at - recentMs) return null
  return { kind: 'no-session-since', at: sessions.ended(last) }
}
