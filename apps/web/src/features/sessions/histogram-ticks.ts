import type { ZoneChoice } from '../../ui/time-zone.ts'

const hour = 3_600_000
const day = 24 * hour

export interface Tick {
  /** Milliseconds since 1970. */
  at: number
  /** What it begins: a new month or year is named in full. */
  begins: 'year' | 'month' | 'day' | 'hour'
}

/** Steps from tick to tick: hours, days, then months. */
const hourSteps = [1, 2, 3, 6, 12]
const daySteps = [1, 2, 5, 7, 14]
const monthSteps = [1, 2, 3, 6, 12]

/** Times to name below a range of time, at most `most`, on whole hours, days or months of the zone's clock. */
export function ticksBetween(from: number, to: number, zone: ZoneChoice, most: number): Tick[] {
  const length = to - from
  const hours = hourSteps.find((step) => length / (step * hour) <= most)
  if (hours !== undefined) return walk(from, to, zone, 'hours', hours)
  const days = daySteps.find((step) => length / (step * day) <= most)
  if (days !== undefined) return walk(from, to, zone, 'days', days)
  const months = monthSteps.find((step) => length / (step * 30.5 * day) <= most) ?? 12
  return walk(from, to, zone, 'months', months)
}

function walk(
  from: number,
  to: number,
  zone: ZoneChoice,
  unit: 'hours' | 'days' | 'months',
  step: number,
): Tick[] {
  const ticks: Tick[] = []
  const start = partsOf(from, zone)
  for (let count = 0; ; count += step) {
    const at =
      unit === 'hours'
        ? moment(
            zone,
            start.year,
            start.month,
            start.date,
            start.hour - (start.hour % step) + count,
          )
        : unit === 'days'
          ? moment(zone, start.year, start.month, start.date + count, 0)
          : moment(zone, start.year, start.month - (start.month % step) + count, 1, 0)
    if (at >= to) return ticks
    if (at >= from && at !== ticks.at(-1)?.at) ticks.push({ at, begins: beginsAt(at, zone) })
  }
}

function beginsAt(at: number, zone: ZoneChoice): Tick['begins'] {
  const { month, date, hour: clock } = partsOf(at, zone)
  if (clock !== 0) return 'hour'
  if (date !== 1) return 'day'
  return month === 0 ? 'year' : 'month'
}

function partsOf(ms: number, zone: ZoneChoice) {
  const at = new Date(ms)
  return zone === 'utc'
    ? {
        year: at.getUTCFullYear(),
        month: at.getUTCMonth(),
        date: at.getUTCDate(),
        hour: at.getUTCHours(),
      }
    : { year: at.getFullYear(), month: at.getMonth(), date: at.getDate(), hour: at.getHours() }
}

function moment(zone: ZoneChoice, year: number, month: number, date: number, clock: number) {
  return zone === 'utc'
    ? Date.UTC(year, month, date, clock)
    : new Date(year, month, date, clock).getTime()
}
