import type { Histogram } from '@cdp-watch/contract'

/** Healths of the stack, from the bottom. */
export const stackedHealths = ['ok', 'unknown', 'warning', 'failed'] as const
export type StackedHealth = (typeof stackedHealths)[number]

/** Height of the drawing; it is stretched to its place. */
export const barsHeight = 100
/** What is wrong is seen however little it is beside the rest. */
const leastHeight: Record<StackedHealth, number> = { ok: 2, unknown: 2, warning: 5, failed: 6 }
const barWidth = 0.82

/** Bars of a histogram. */
export function barCount(histogram: Histogram): number {
  return histogram.ok.length
}

/** Sessions of each health in bar `index`. */
export function barAt(histogram: Histogram, index: number): Record<StackedHealth, number> {
  const { ok, unknown, warning, failed } = histogram
  return {
    ok: ok[index] ?? 0,
    unknown: unknown[index] ?? 0,
    warning: warning[index] ?? 0,
    failed: failed[index] ?? 0,
  }
}

/** When bar `index` begins, in milliseconds since 1970. */
export function barStart(histogram: Histogram, index: number): number {
  return Date.parse(histogram.fromUTC) + index * histogram.stepSeconds * 1000
}

/** Sessions of each health in all bars. */
export function barSums(histogram: Histogram): Record<StackedHealth, number> {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const { ok, unknown, warning, failed } = histogram
  return { ok: sum(ok), unknown: sum(unknown), warning: sum(warning), failed: sum(failed) }
}

/**
 * The bars of each health as one SVG path, in a drawing as wide as there are bars and `barsHeight`
 * high. Heights follow the fullest bar; a stack that its least heights make too tall loses it below.
 */
export function barPaths(histogram: Histogram): Record<StackedHealth, string> {
  const paths = { ok: '', unknown: '', warning: '', failed: '' }
  const count = barCount(histogram)
  let fullest = 0
  for (let index = 0; index < count; index += 1) {
    const bar = barAt(histogram, index)
    fullest = Math.max(fullest, bar.ok + bar.unknown + bar.warning + bar.failed)
  }
  if (fullest === 0) return paths
  for (let index = 0; index < count; index += 1) {
    const bar = barAt(histogram, index)
    const heights = stackedHealths.map((health) =>
      bar[health] === 0 ? 0 : Math.max(leastHeight[health], (bar[health] / fullest) * barsHeight),
    )
    const excess = Math.max(0, heights.reduce((all, height) => all + height, 0) - barsHeight)
    let base = barsHeight + excess
    for (const [at, health] of stackedHealths.entries()) {
      const height = heights[at] ?? 0
      if (height === 0) continue
      const bottom = Math.min(base, barsHeight)
      base -= height
      if (bottom > base)
        paths[health] +=
          `M${index} ${rounded(bottom)}V${rounded(base)}h${barWidth}V${rounded(bottom)}z`
    }
  }
  return paths
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
