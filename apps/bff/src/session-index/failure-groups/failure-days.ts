import { policyDays } from '@cdp-watch/contract'
import { dayMs } from '../policies/duration.ts'
import type { ZoneClock } from '../policies/zone-clock.ts'

/** Times in ms since 1970: from (included) to (excluded). */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

/** Calendar days, oldest first: as dates, and the instants at which each begins. */
export interface FailureDays {
  readonly dates: readonly string[]
  readonly begins: readonly number[]
}

/**
 * The range that is asked about: where it is not said from when, from the day 29 days before today; where
 * it is not said until when, without an end.
 */
export function failureRange(
  clock: ZoneClock,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  now: number,
): TimeRange {
  return {
    from: from ?? clock.beginOf(clock.dayOf(now) - policyDays + 1),
    to: to ?? Number.POSITIVE_INFINITY,
  }
}

/** The days of a range, none of them after `latest`. A day that the range has a part of is one of them. */
export function failureDays(clock: ZoneClock, range: TimeRange, latest: number): FailureDays {
  const first = clock.dayOf(range.from)
  const last = clock.dayOf(Math.min(range.to - 1, latest))
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return {
    dates: days.map((day) => new Date(day * dayMs).toISOString().slice(0, 10)),
    begins: days.map((day) => clock.beginOf(day)),
  }
}

/** How many sessions began on each of the days: those at these positions, oldest start first. `created`: ms since 1970. */
export function countPerDay(
  { begins }: FailureDays,
  created: Float64Array,
  positions: Uint32Array,
): number[] {
  const counts = begins.map(() => 0)
  let day = 0
  for (const position of positions) {
    const time = created[position] ?? Number.NaN
    while (day + 1 < begins.length && (begins[day + 1] ?? 0) <= time) day += 1
    if (time >= (begins[day] ?? Number.POSITIVE_INFINITY)) counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}
