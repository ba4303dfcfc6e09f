import { policySchema } from '@cdp-watch/em-wire'
import { dayMs, hourMs } from './duration.ts'
import type { ZoneClock } from './zone-clock.ts'

const hoursOfWeek = 7 * 24
/** The first hour of 1970, a Thursday, counted from Sunday. */
const firstHour = 4 * 24

/** The hours of the week at which a policy replicates, by a backup server's clock. Times are ms since 1970. */
export class Schedule {
  readonly #clock: ZoneClock
  /** By hour of the week from Sunday; null: at every hour. */
  readonly #hours: readonly boolean[] | null
  /** How much of a day it runs on is scheduled, on average, in ms; 0 where it never runs. */
  readonly dayLength: number

  constructor(clock: ZoneClock, hours: readonly boolean[] | null) {
    this.#clock = clock
    this.#hours = hours?.every(Boolean) ? null : hours
    const days = Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_, hour) => hours?.[day * 24 + hour] ?? true),
    ).filter((day) => day.some(Boolean))
    this.dayLength = (days.flat().filter(Boolean).length * hourMs) / Math.max(1, days.length)
  }

  /** Whether this is an hour of it. */
  includes(at: number): boolean {
    return this.#hours === null || this.#isScheduled(this.#clock.wallTime(at))
  }

  /** How much of the time from `from` to before `to` is scheduled, in ms. */
  lengthWithin(from: number, to: number): number {
    if (this.#hours === null) return Math.max(0, to - from)
    let length = 0
    for (let at = from; at < to; ) {
      const wallTime = this.#clock.wallTime(at)
      const next = Math.min(to, at + hourMs - (wallTime % hourMs))
      if (this.#isScheduled(wallTime)) length += next - at
      at = next
    }
    return length
  }

  /** The first scheduled instant at or after `from`; null where it never runs. */
  nextAfter(from: number): number | null {
    if (this.includes(from)) return from
    // An hour that is skipped when the clocks go forward comes again a week later.
    for (let at = from; at < from + 15 * dayMs; ) {
      const wallTime = this.#clock.wallTime(at)
      if (this.#isScheduled(wallTime)) return at
      at += hourMs - (wallTime % hourMs)
    }
    return null
  }

  #isScheduled(wallTime: number): boolean {
    const hour = (Math.floor(wallTime / hourMs) + firstHour) % hoursOfWeek
    return this.#hours?.[hour] ?? true
  }
}

/**
 * The schedules that are written in the `rpo_schedule` of policies (JSON of 7 days from Sunday, each
 * 24 flags; null: every hour), each text read once. What is not of this shape throws a ZodError.
 */
export function createSchedules(clock: ZoneClock): (text: string | null) => Schedule {
  const known = new Map<string | null, Schedule>()
  return (text) => {
    const schedule = known.get(text)
    if (schedule) return schedule
    const week = text === null ? null : policySchema.shape.rpoSchedule.parse(JSON.parse(text))
    const read = new Schedule(clock, week?.flat() ?? null)
    known.set(text, read)
    return read
  }
}
