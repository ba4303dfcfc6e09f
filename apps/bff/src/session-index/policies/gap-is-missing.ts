import { enabledPeriods, type Period, type PolicySwitch } from './enabled-history.ts'
import type { Schedule } from './schedule.ts'

/**
 * Whether a policy was missing in the time between two of its sessions, or since its last one: whether
 * it was scheduled and enabled for more than half of what it runs in a day, so for more than 12 hours
 * where it runs around the clock, and for more than 4 where it runs from 8 to 16. The pause of a
 * night, of a week-end or of a disabled policy is none.
 *
 * @param gap from the end of a session (its start and 24 h where it has none) to the start of the next
 * @param switches of this policy alone, oldest first; see `switchesByPolicy`
 */
export function gapIsMissing(
  gap: Period,
  schedule: Schedule,
  switches: readonly PolicySwitch[],
): boolean {
  const expected = enabledPeriods(switches, gap)
    .map(({ from, to }) => schedule.lengthWithin(from, to))
    .reduce((sum, length) => sum + length, 0)
  return expected > schedule.dayLength / 2
}
