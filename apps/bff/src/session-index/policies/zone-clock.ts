import { dayMs, hourMs, minuteMs } from './duration.ts'

/** Clocks of every zone are set forward and back at, and by, whole quarters of an hour. */
const quarterMs = 15 * minuteMs

/**
 * The clock on the wall in one time zone. `zone` is an IANA name; another throws a RangeError. Times
 * are ms since 1970; a *wall time* is what a clock in UTC would have to count to show the same.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat
  /** By UTC day since 1970: the offset at its beginning. Asking Intl takes microseconds. */
  readonly #offsets = new Map<number, number>()

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  }

  /** The wall time at an instant. */
  wallTime(at: number): number {
    const day = Math.floor(at / dayMs)
    const offset = this.#offsetAtBeginOf(day)
    if (offset === this.#offsetAtBeginOf(day + 1)) return at + offset
    return at + this.#measure(at)
  }

  /** The day an instant belongs to, in days since 1970. */
  dayOf(at: number): number {
    return Math.floor(this.wallTime(at) / dayMs)
  }

  /** The instant at which a day begins; where its midnight is skipped, the first that there is. */
  beginOf(day: number): number {
    const midnight = day * dayMs
    // Two offsets at most are in force around it; the greater one gives the earlier instant.
    const offsets = [-1, 0, 1].map((step) => this.#offsetAtBeginOf(day + step))
    let at = midnight - Math.max(...offsets)
    while (this.wallTime(at) < midnight) at += quarterMs
    return at
  }

  #offsetAtBeginOf(day: number): number {
    const known = this.#offsets.get(day)
    if (known !== undefined) return known
    const offset = this.#measure(day * dayMs)
    this.#offsets.set(day, offset)
    return offset
  }

  #measure(at: number): number {
    const parts = this.#format.formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
    const offset = Number(hours ?? 0) * hourMs + Number(minutes ?? 0) * minuteMs
    return sign === '-' ? -offset : offset
  }
}
