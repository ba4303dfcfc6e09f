import type { Collecting } from './collection.ts'
import { createCollecting } from './collection.ts'
import type { Incidents } from './incidents.ts'
import { createIncidents } from './incidents.ts'
import type { Infrastructure } from './policies.ts'
import { buildInfrastructure } from './policies.ts'
import type { SessionDay } from './session-day.ts'
import { buildSessionDay } from './session-day.ts'
import type { Ticks } from './ticks.ts'
import { DAY, msOfTicks } from './ticks.ts'

/** The size and the chance of an estate: `vms` is the mean per policy, `days` the history that EM keeps. */
export interface EstateOptions {
  readonly seed: number
  readonly policies: number
  readonly vms: number
  readonly days: number
}

/** A stretch of one day's sessions: positions from (included) to (excluded). */
export interface Stretch {
  readonly day: SessionDay
  readonly from: number
  readonly to: number
}

/** The estate as EM knows it: as of its last collection, in order of the sessions' start. */
export interface Snapshot {
  readonly infrastructure: Infrastructure
  readonly asOf: Ticks
  readonly stretches: readonly Stretch[]
  readonly sessions: number
  /** The stretch of a UTC day (days since 1970), where EM knows any. */
  stretchOf(day: number): Stretch | undefined
}

/** The simulated world, and what EM knows of it. */
export interface Estate {
  readonly infrastructure: Infrastructure
  readonly collecting: Collecting
  /** What EM knows at a time (ms since 1970). The same object until the next collection has ended. */
  snapshot(nowMs: number): Snapshot
}

/** The first position whose session was created after an instant. */
export function firstAfter(day: SessionDay, at: Ticks): number {
  let low = 0
  let high = day.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((day.created[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

function dayOf(at: Ticks): number {
  return Math.floor(msOfTicks(at) / 86_400_000)
}

function takeSnapshot(
  infrastructure: Infrastructure,
  dayAt: (day: number) => SessionDay,
  asOf: Ticks,
  days: number,
): Snapshot {
  const oldest = asOf - days * DAY
  const byDay = new Map<number, Stretch>()
  let sessions = 0
  for (let number = dayOf(oldest); number <= dayOf(asOf); number += 1) {
    const day = dayAt(number)
    const stretch = { day, from: firstAfter(day, oldest), to: firstAfter(day, asOf) }
    sessions += stretch.to - stretch.from
    byDay.set(number, stretch)
  }
  return {
    infrastructure,
    asOf,
    stretches: [...byDay.values()],
    sessions,
    stretchOf: (day) => byDay.get(day),
  }
}

/** An estate of backup servers, policies and their history: the same for the same options and time. */
export function createEstate(options: EstateOptions): Estate {
  const infrastructure = buildInfrastructure(options.seed, options.policies, options.vms)
  const incidents: Incidents = createIncidents(infrastructure)
  const collecting = createCollecting(options.seed)
  const built = new Map<number, SessionDay>()
  let latest: Snapshot | undefined

  const dayAt = (number: number): SessionDay => {
    const known = built.get(number)
    if (known) return known
    const day = buildSessionDay(infrastructure, incidents, number)
    built.set(number, day)
    return day
  }

  return {
    infrastructure,
    collecting,
    snapshot: (nowMs) => {
      const asOf = collecting.asOf(nowMs)
      if (latest?.asOf === asOf) return latest
      latest = takeSnapshot(infrastructure, dayAt, asOf, options.days)
      const oldest = latest.stretches[0]?.day.day ?? 0
      for (const number of built.keys()) if (number < oldest) built.delete(number)
      return latest
    },
  }
}
