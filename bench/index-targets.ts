import type { BrowserMeasures } from './browser-page.ts'
import type { IndexMeasures } from './index-run.ts'
import { mb, ms, percent, seconds } from './index-tables.ts'
import type { LoopDelay } from './loop-delay.ts'
import type { Target } from './report.ts'
import type { RoundsCost } from './rounds.ts'
import { quantile } from './statistics.ts'

const atMost = (
  what: string,
  value: number,
  limit: number,
  print: (value: number) => string,
): Target => ({ what, measured: print(value), wanted: `≤ ${print(limit)}`, met: value <= limit })

/** Every figure that is to stay within a limit. */
export function indexTargets(measures: IndexMeasures): Target[] {
  const { phases, fill, reads, comparisons, restartsMs, idleRounds, eventClients } = measures
  const readings = reads.readings.flatMap(({ name, reading: { latenciesMs } }) => [
    atMost(`20 readers, ${name}: p50`, quantile(latenciesMs, 0.5), 15, ms),
    atMost(`20 readers, ${name}: p95`, quantile(latenciesMs, 0.95), 40, ms),
  ])
  const ratio = Math.min(...comparisons.map(({ oursMs, whole }) => whole.ms / oursMs))
  const serving = phases.filter(({ name }) => !/start/.test(name))
  const longest = (of: (loop: LoopDelay) => number) =>
    Math.max(...serving.map(({ loop }) => of(loop)))
  const spread = eventClients.spreadMs / 1000
  return [
    ...readings,
    atMost('304 at an unchanged data version, p95', quantile(reads.notModifiedMs, 0.95), 1, ms),
    {
      what: 'The same question page by page, least ratio',
      measured: `${ratio.toFixed(0)}×`,
      wanted: '≥ 50×',
      met: ratio >= 50,
    },
    atMost(`First fill of ${fill.sessions} sessions`, fill.seconds, 120, seconds),
    atMost(
      'Memory of the BFF, most',
      Math.max(...phases.map(({ rssPeakMb }) => rssPeakMb)),
      350,
      mb,
    ),
    atMost('Warm restart to the first rows, slowest', Math.max(...restartsMs), 1000, ms),
    atMost('CPU of a round with nothing new', roundCpuMs(idleRounds, measures.still), 100, ms),
    atMost(
      'Event loop, longest work of its own',
      longest(({ ownMs }) => ownMs),
      50,
      ms,
    ),
    atMost(
      'Event loop, longest wait',
      longest(({ maxMs }) => maxMs),
      50,
      ms,
    ),
    atMost(
      `${eventClients.clients} listeners, share of one core`,
      eventClients.shareWith,
      0.05,
      percent,
    ),
    atMost('A change, from the first listener to the last', spread, 1, seconds),
    ...(measures.browser ? browserTargets(measures.browser) : []),
  ]
}

/** Processor time of one round, ms, without what the BFF uses while there is none. */
export function roundCpuMs({ rounds, seconds, cpuMs }: RoundsCost, still: RoundsCost): number {
  return Math.max(0, (cpuMs - (still.cpuMs / still.seconds) * seconds) / rounds)
}

function browserTargets({ clicks, heldClicks, scrolling, heapAfterMb }: BrowserMeasures): Target[] {
  const longest = Math.max(0, ...scrolling.longTasksMs)
  return [
    atMost(
      'Filter click to painted rows, let go of at once: p95',
      quantile(clicks.ms, 0.95),
      100,
      ms,
    ),
    atMost(
      'Filter click to painted rows, held as people do: p95',
      quantile(heldClicks.ms, 0.95),
      100,
      ms,
    ),
    {
      what: 'Long tasks while scrolling through all rows',
      measured: longest === 0 ? 'none' : `${scrolling.longTasksMs.length}, up to ${ms(longest)}`,
      wanted: 'none',
      met: longest === 0,
    },
    atMost('JavaScript heap after it', heapAfterMb, 150, mb),
  ]
}
