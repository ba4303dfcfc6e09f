import type { rangePresets, SessionsSearch } from './sessions-search.ts'

type Preset = (typeof rangePresets)[number]
const usualRange: Preset = '7d'

const hour = 3_600_000
const lengths: Record<Exclude<Preset, 'all'>, number> = {
  '24h': 24 * hour,
  '3d': 72 * hour,
  '7d': 168 * hour,
  '30d': 720 * hour,
}

export const presetWords: Record<Preset, string> = {
  '24h': 'Last 24 hours',
  '3d': 'Last 3 days',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  all: 'All that is kept',
}

/** The preset in force, or undefined where the range has ends of its own. */
export function presetOf(search: SessionsSearch): Preset | undefined {
  if (search.from !== undefined || search.to !== undefined) return undefined
  return search.range ?? usualRange
}

/** EM takes times to the second. */
export function toSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** The ends of the range in ISO 8601 UTC, the first included; undefined where it is open. `now` in milliseconds. */
export function rangeEnds(
  search: SessionsSearch,
  now: number,
): { from: string | undefined; to: string | undefined } {
  const preset = presetOf(search)
  if (preset === undefined) return { from: search.from, to: search.to }
  return {
    from: preset === 'all' ? undefined : toSecond(now - lengths[preset]),
    to: undefined,
  }
}
