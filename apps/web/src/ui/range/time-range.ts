import * as z from 'zod'

/** Presets of a time range, by when a session started. */
export const rangePresets = ['24h', '3d', '7d', '30d', 'all'] as const
export type RangePreset = (typeof rangePresets)[number]

/** A time range as an address holds it: a preset, or ends of its own. */
export const timeRangeShape = {
  range: z.enum(rangePresets, `range must be one of ${rangePresets.join(', ')}`).optional(),
  from: z.iso.datetime('from must be a UTC time, e.g. 2026-11-16T00:00:00Z').optional(),
  to: z.iso.datetime('to must be a UTC time, e.g. 2026-11-17T00:00:00Z').optional(),
}

export interface TimeRange {
  readonly range?: RangePreset | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What an address without a range means. */
export const usualRange: RangePreset = '7d'

const hour = 3_600_000
const lengths: Record<Exclude<RangePreset, 'all'>, number> = {
  '24h': 24 * hour,
  '3d': 72 * hour,
  '7d': 168 * hour,
  '30d': 720 * hour,
}

export const presetWords: Record<RangePreset, string> = {
  '24h': 'Last 24 hours',
  '3d': 'Last 3 days',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  all: 'All that is kept',
}

/** The preset in force, or undefined where the range has ends of its own. */
export function presetOf(range: TimeRange, usual = usualRange): RangePreset | undefined {
  if (range.from !== undefined || range.to !== undefined) return undefined
  return range.range ?? usual
}

/** EM takes times to the second. */
export function toSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** The ends of the range in ISO 8601 UTC, the first included; undefined where it is open. `now` in milliseconds. */
export function rangeEnds(
  range: TimeRange,
  now: number,
  usual = usualRange,
): { from: string | undefined; to: string | undefined } {
  const preset = presetOf(range, usual)
  if (preset === undefined) return { from: range.from, to: range.to }
  return {
    from: preset === 'all' ? undefined : toSecond(now - lengths[preset]),
    to: undefined,
  }
}
