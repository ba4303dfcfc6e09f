import { healths } from '@cdp-watch/contract'
import type { CurrentStatus } from './current-status.ts'
import { dayMs } from './duration.ts'
import type { PolicyFacts } from './policy-facts.ts'
import type { PolicySessions } from './policy-sessions.ts'

const ok = healths.indexOf('ok')
const unknown = healths.indexOf('unknown')

/**
 * Since when a policy has been failed, warning or missing without a session that was well, ms since
 * 1970; null where it is none of them. Sessions of unknown health neither break it nor begin it.
 */
export function streakSince(
  status: CurrentStatus,
  facts: PolicyFacts,
  sessions: PolicySessions,
): number | null {
  if (status.health === 'missing') return missingSince(facts, sessions)
  if (status.session === null || status.health === 'ok' || status.health === 'unknown') return null
  return firstOfBad(sessions, status.session)
}

/** A streak's length as people count: what began today or within 24 hours is in its first day. */
export function streakDays(sinceUTC: number, at: number): number {
  return Math.floor(Math.max(0, at - sinceUTC) / dayMs) + 1
}

function firstOfBad(sessions: PolicySessions, from: number): number | null {
  let since: number | null = null
  for (let number = from; number >= 0 && sessions.health(number) !== ok; number -= 1) {
    if (sessions.health(number) !== unknown) since = sessions.began(number)
  }
  return since
}

/** The first moment it should have run again; where its last sessions went badly, since the first of these. */
function missingSince(facts: PolicyFacts, sessions: PolicySessions): number {
  const last = sessions.count - 1
  const ended = last < 0 ? facts.existsSince : sessions.ended(last)
  const isBreak = facts.enabledSince > ended
  const bad = isBreak ? null : firstOfBad(sessions, last)
  const due = Math.max(ended, facts.enabledSince)
  return bad ?? facts.schedule.nextAfter(due) ?? due
}
