import { type Health, type Histogram, healths } from '@cdp-watch/contract'
import type { SessionColumns } from '../columns/session-columns.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const week = 7 * day

/** Lengths of bars that people think in, in seconds. Each is a whole number of the ones before, nearly. */
const steps = [
  ...[1, 5, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 7].map((days) => days * day),
]

/** A Monday, midnight UTC, in seconds since 1970: bars of any length begin a whole number of them after it. */
const firstMonday = 4 * day

/** The first second that ISO 8601 has four digits for, in seconds since 1970: a bar may begin long before what it was asked for. */
const earliest = Date.parse('0000-01-01T00:00:00Z') / 1000

/** Length of a bar in seconds: the shortest round one that makes do with `bars` for so many seconds. */
export function barLength(seconds: number, bars: number): number {
  const round = steps.find((step) => seconds <= step * bars)
  return round ?? week * 2 ** Math.max(0, Math.ceil(Math.log2(seconds / (week * bars))))
}

/** Times in ms since 1970 that the histogram reaches from and to, both included. */
export interface HistogramRange {
  readonly first: number
  readonly last: number
}

/** Counts sessions by start and health, in about `bars` bars; none where there is no range. */
export function histogram(
  columns: Pick<SessionColumns, 'created' | 'health'>,
  positions: Uint32Array,
  range: HistogramRange | null,
  bars: number,
): Histogram {
  const first = Math.floor((range?.first ?? 0) / 1000)
  const last = Math.floor((range?.last ?? 0) / 1000)
  const step = barLength(last - first, bars)
  const start = Math.max(Math.floor((first - firstMonday) / step) * step + firstMonday, earliest)
  const count = range === null ? 0 : Math.floor((last - start) / step) + 1
  const startMs = start * 1000
  const stepMs = step * 1000
  const counts = healths.map(() => new Uint32Array(count))
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? 0
    const bar = Math.floor(((columns.created[position] ?? 0) - startMs) / stepMs)
    const ofHealth = counts[columns.health[position] ?? 0]
    if (ofHealth !== undefined) ofHealth[bar] = (ofHealth[bar] ?? 0) + 1
  }
  return {
    fromUTC: new Date(start * 1000).toISOString(),
    stepSeconds: step,
    failed: seriesOf('failed', counts),
    warning: seriesOf('warning', counts),
    ok: seriesOf('ok', counts),
    unknown: seriesOf('unknown', counts),
  }
}

function seriesOf(health: Health, counts: readonly Uint32Array[]): number[] {
  return Array.from(counts[healths.indexOf(health)] ?? [])
}
