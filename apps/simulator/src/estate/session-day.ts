import { failureMessageOf } from './failure-message.ts'
import type { Hit, Incidents } from './incidents.ts'
import type { Infrastructure, Policy } from './policies.ts'
import { runsAt } from './policies.ts'
import { elementAt, hash, unit } from './random.ts'
import type { Severity } from './tasks.ts'
import { finalSeverity } from './tasks.ts'
import type { Ticks } from './ticks.ts'
import { DAY, HOUR, MINUTE, SECOND, ticksOfMs, truncate } from './ticks.ts'

const noHits: readonly Hit[] = []

/**
 * The sessions that start on one UTC day, in order of their start, in columns: 450 000 of them fit in a few megabytes.
 * A function of the seed and the day alone; what EM shows of them depends on the time.
 */
export interface SessionDay {
  /** UTC days since 1970. */
  readonly day: number
  readonly count: number
  readonly policy: Int32Array
  /** 0, or 1 for the second session of a policy on that day. */
  readonly slot: Uint8Array
  readonly retry: Uint8Array
  readonly created: Float64Array
  readonly ended: Float64Array
  readonly severity: Uint8Array
  /** By position: the FailureMessage. Absent where it is null. */
  readonly messages: ReadonlyMap<number, string>
  /** By position: what goes wrong in the session. Absent where nothing does. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>
  /** By 2 × policy + slot: the position, or -1. */
  readonly positions: Int32Array
}

interface Planned {
  readonly policy: Policy
  readonly slot: number
  readonly retry: boolean
  readonly created: Ticks
  readonly ended: Ticks
  readonly hits: readonly Hit[]
}

/** The first instant of a UTC day (days since 1970). */
function startOfDay(day: number): Ticks {
  return ticksOfMs(day * 86_400_000)
}

function digits(h: number): number {
  return (h >>> 20) % 8
}

function startOf(
  seed: number,
  incidents: Incidents,
  policy: Policy,
  day: number,
): Ticks | undefined {
  if (policy.schedule.kind === 'disabled') return undefined
  const weekday = (day + 4) % 7
  if (policy.schedule.kind === 'office' && !runsAt(policy.schedule, weekday, policy.schedule.from))
    return undefined
  const h = hash(seed, policy.index, day, 21)
  const planned = startOfDay(day) + policy.startMinute * MINUTE + Math.floor(unit(h) * 59 * SECOND)
  return incidents.isMissing(policy, planned) ? undefined : truncate(planned, digits(h))
}

function wholeSession(hit: Omit<Hit, 'spread' | 'touches' | 'variant'>): Hit {
  return { ...hit, spread: 0, variant: 0, touches: () => true }
}

/** One session, or two where the first fails and is retried, or is stopped by a person and started again later. */
function split(
  seed: number,
  policy: Policy,
  day: number,
  created: Ticks,
  ended: Ticks,
  hits: readonly Hit[],
): Planned[] {
  const h = hash(seed, policy.index, day, 22)
  const whole: Planned = { policy, slot: 0, retry: false, created, ended, hits }
  const retried = h % 100 === 0
  if (policy.schedule.kind !== 'always' || !(retried || h % 120 === 1)) return [whole]
  const first = truncate(created + (retried ? 4 + (h % 36) : 90 + (h % 300)) * MINUTE, digits(h))
  const again = truncate(
    first + (retried ? 2 + (h % 9) : 20 + (h % 60)) * MINUTE + 3 * SECOND,
    digits(hash(h, 1)),
  )
  // A day holds the sessions that start on it: where the second would start on the next, there is none.
  if (again >= startOfDay(day) + DAY) return [whole]
  const trouble = retried
    ? wholeSession({
        cause: 'start-failed',
        incident: h,
        from: created,
        failFrom: created,
        to: first,
      })
    : wholeSession({
        cause: 'stopped-by-person',
        incident: h,
        from: first - 2 * SECOND,
        failFrom: Number.POSITIVE_INFINITY,
        to: first,
      })
  return [
    {
      policy,
      slot: 0,
      retry: false,
      created,
      ended: first,
      hits: [...within(hits, created, first), trouble],
    },
    { policy, slot: 1, retry: retried, created: again, ended, hits: within(hits, again, ended) },
  ]
}

function within(hits: readonly Hit[] | undefined, from: Ticks, to: Ticks): readonly Hit[] {
  if (!hits) return noHits
  const found = hits.filter((hit) => hit.from < to && hit.to + hit.spread > from)
  return found.length === 0 ? noHits : found
}

function plan(infrastructure: Infrastructure, incidents: Incidents, day: number): Planned[] {
  const from = startOfDay(day)
  const hits = incidents.hitsBetween(from, from + 2 * DAY + HOUR)
  const planned: Planned[] = []
  for (const policy of infrastructure.policies) {
    const created = startOf(infrastructure.seed, incidents, policy, day)
    if (created === undefined) continue
    const ended = endOf(infrastructure.seed, incidents, policy, day, created)
    const own = within(hits.get(policy.index), created, ended)
    planned.push(...split(infrastructure.seed, policy, day, created, ended, own))
  }
  return planned.sort((a, b) => a.created - b.created || a.policy.index - b.policy.index)
}

/** A session ends where the next one starts (as in the vendor's own example), after 24 hours, or with the office hours. */
function endOf(
  seed: number,
  incidents: Incidents,
  policy: Policy,
  day: number,
  created: Ticks,
): Ticks {
  if (policy.schedule.kind === 'office') {
    const h = hash(seed, policy.index, day, 23)
    return truncate(startOfDay(day) + policy.schedule.to * HOUR + (h % 40) * SECOND, digits(h))
  }
  return startOf(seed, incidents, policy, day + 1) ?? created + DAY
}

/** The hash that makes a session what it is. */
export function sessionKey(seed: number, policy: number, day: number, slot: number): number {
  return hash(seed, policy, day, slot, 24)
}

/** Computes the sessions that start on a UTC day (days since 1970). */
export function buildSessionDay(
  infrastructure: Infrastructure,
  incidents: Incidents,
  day: number,
): SessionDay {
  const planned = plan(infrastructure, incidents, day)
  const count = planned.length
  const columns = {
    policy: new Int32Array(count),
    slot: new Uint8Array(count),
    retry: new Uint8Array(count),
    created: new Float64Array(count),
    ended: new Float64Array(count),
    severity: new Uint8Array(count),
    positions: new Int32Array(2 * infrastructure.policies.length).fill(-1),
  }
  const hits = new Map<number, readonly Hit[]>()
  const messages = new Map<number, string>()
  for (let position = 0; position < count; position += 1) {
    const session = elementAt(planned, position)
    const key = sessionKey(infrastructure.seed, session.policy.index, day, session.slot)
    const severity: Severity = finalSeverity({ ...session, key })
    const message = failureMessageOf(infrastructure, { ...session, key }, severity)
    columns.policy[position] = session.policy.index
    columns.slot[position] = session.slot
    columns.retry[position] = session.retry ? 1 : 0
    columns.created[position] = session.created
    columns.ended[position] = session.ended
    columns.severity[position] = severity
    columns.positions[2 * session.policy.index + session.slot] = position
    if (message !== null) messages.set(position, message)
    if (session.hits.length > 0) hits.set(position, session.hits)
  }
  return { day, count, ...columns, hits, messages }
}
