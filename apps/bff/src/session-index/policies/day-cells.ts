import { healths, type PolicyDay } from '@cdp-watch/contract'
import type { CurrentStatus } from './current-status.ts'
import { hourMs } from './duration.ts'
import { isEnabledThroughout } from './enabled-history.ts'
import type { PolicyFacts } from './policy-facts.ts'
import type { PolicySessions } from './policy-sessions.ts'
import type { Schedule } from './schedule.ts'

/** A policy's day, and the session it opens by its position in the columns, -1 for none. */
export interface DayCell {
  readonly health: PolicyDay['health']
  readonly position: number
}

/** The days that are told of. Times are ms since 1970. */
export interface DaysToTell {
  /** When each day begins, and the last one ends. */
  readonly begins: readonly number[]
  /** What EM knew of is told up to here. */
  readonly at: number
  /** How much of each day, up to `at`, is scheduled, in ms. */
  scheduledLengths(schedule: Schedule): readonly number[]
}

/** The days beginning at `begins`, told up to `at`. */
export function daysToTell(begins: readonly number[], at: number): DaysToTell {
  const known = new Map<Schedule, readonly number[]>()
  return {
    begins,
    at,
    scheduledLengths: (schedule) => {
      const lengths =
        known.get(schedule) ??
        begins
          .slice(1)
          .map((end, day) => schedule.lengthWithin(begins[day] ?? end, Math.min(end, at)))
      known.set(schedule, lengths)
      return lengths
    },
  }
}

/**
 * How each day of a policy was: the worst of the sessions that began in it, and on the last day of the
 * active one too. Sessions last 24 hours and their begin drifts, so two may begin on one day and none
 * on the next: where none began, the one that ran for half of the day, or of its scheduled time, tells.
 * Where none did, the policy is missing if it was there, enabled and scheduled.
 */
export function dayCells(
  facts: PolicyFacts,
  sessions: PolicySessions,
  status: CurrentStatus,
  days: DaysToTell,
): DayCell[] {
  const scheduled = days.scheduledLengths(facts.schedule)
  const today = scheduled.length - 1
  let next = firstBegunFrom(sessions, days.begins[0] ?? 0)
  return scheduled.map((length, day) => {
    const from = days.begins[day] ?? 0
    const end = days.begins[day + 1] ?? from
    const shown = { from, end, to: Math.min(end, days.at), scheduled: length }
    const earlier = next
    let session: number | null = null
    for (; next < sessions.count && sessions.began(next) < end; next += 1) {
      session = worseOf(sessions, session, next)
    }
    if (day === today) session = worseOf(sessions, session, status.active)
    session ??= ranThrough(sessions, earlier, facts.schedule, shown)
    if (session === null) {
      const isMissing = isMissingDay(facts, status, shown, days.at)
      return { health: isMissing ? 'missing' : 'none', position: -1 }
    }
    const health = healths[sessions.health(session)] ?? 'unknown'
    return { health, position: sessions.position(session) }
  })
}

/** The worse of two sessions, the second where neither is. */
function worseOf(sessions: PolicySessions, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return sessions.health(a) < sessions.health(b) ? a : b
}

function firstBegunFrom(sessions: PolicySessions, from: number): number {
  let number = sessions.count
  while (number > 0 && sessions.began(number - 1) >= from) number -= 1
  return number
}

interface ShownDay {
  readonly from: number
  readonly end: number
  /** Its end, or up to where it is told. */
  readonly to: number
  readonly scheduled: number
}

/** How many of the sessions begun before a day are looked at: more than are begun in two days, with retries. */
const lookBack = 32

/** Of the sessions begun before a day the one that ran for half of it or of its scheduled time. */
function ranThrough(
  sessions: PolicySessions,
  before: number,
  schedule: Schedule,
  { from, to, scheduled }: ShownDay,
): number | null {
  let last: number | null = null
  for (let number = before - 1; number >= Math.max(0, before - lookBack); number -= 1) {
    if (last === null || sessions.ended(number) > sessions.ended(last)) last = number
  }
  const until = last === null ? from : Math.min(sessions.ended(last), to)
  if (until <= from) return null
  if ((until - from) * 2 >= to - from) return last
  const isHalf = scheduled > 0 && schedule.lengthWithin(from, until) * 2 >= scheduled
  return isHalf ? last : null
}

function isMissingDay(
  facts: PolicyFacts,
  status: CurrentStatus,
  { from, end, to, scheduled }: ShownDay,
  at: number,
): boolean {
  const isJudged = end <= at || (from < at && status.health === 'missing')
  if (!isJudged || scheduled < hourMs) return false
  if (facts.existsSince > from || facts.removedAt < end) return false
  return isEnabledThroughout(facts.switches, { from, to })
}
