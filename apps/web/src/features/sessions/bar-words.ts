import type { Histogram } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { formatShort } from '../../ui/format-time.ts'
import type { ZoneChoice } from '../../ui/time-zone.ts'
import { barAt, barStart, type StackedHealth, stackedHealths } from './histogram-bars.ts'

const names: Record<StackedHealth, string> = {
  failed: 'failed',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'OK',
}

/** Words for the bars from `first` to `last`: when they begin and end, and how many sessions of each health. `now` in milliseconds. */
export function wordsForBars(
  counts: Histogram,
  { first, last }: { first: number; last: number },
  zone: ZoneChoice,
  now: number,
): string {
  const sums: Record<StackedHealth, number> = { ok: 0, unknown: 0, warning: 0, failed: 0 }
  for (let index = first; index <= last; index += 1) {
    const bar = barAt(counts, index)
    for (const health of stackedHealths) sums[health] += bar[health]
  }
  const moment = (index: number) =>
    formatShort(new Date(barStart(counts, index)).toISOString(), zone, now)
  const parts = stackedHealths
    .toReversed()
    .filter((health) => sums[health] > 0)
    .map((health) => `${formatCount(sums[health])} ${names[health]}`)
  return `${moment(first)} – ${moment(last + 1)}: ${parts.join(', ') || 'none'}`
}
