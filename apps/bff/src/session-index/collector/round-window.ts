import type { IndexPosition } from '../store/session-store.ts'
import { dayMs, hourMs, minuteMs } from './em-time.ts'

/** A session lasts 24 hours, so its end lies within this of its start; two more for what comes late. */
const sessionReachMs = 26 * hourMs
/** A collection of EM takes its time, and brings what ended while it ran. */
const taskReachMs = 2 * hourMs
const probeReachMs = 10 * minuteMs
/** Older than this, what was missed is read in slices, as at the first fill, and not in one round. */
const longestGapMs = 2 * dayMs

/** From when on a round asks. Times are ms since 1970 by EM's clock. */
export interface RoundWindow {
  /** Sessions that started from here on, beside all that have not stopped. */
  readonly sessionsFrom: number
  /** Nothing is known between what the index has and `sessionsFrom`: the fill begins anew from there. */
  readonly refills: boolean
}

/**
 * The window of a round, by EM's own times: a start in the future (a backup server whose clock is
 * wrong) counts as now. `readAt`: when EM was last read in full by this process, null before.
 */
export function roundWindow(
  { newestStart, filledBackTo }: Pick<IndexPosition, 'newestStart' | 'filledBackTo'>,
  emNow: number,
  readAt: number | null,
): RoundWindow {
  const lastSign = latest([newestStart, readAt])
  if (filledBackTo === null || lastSign === null || emNow - lastSign > longestGapMs) {
    return { sessionsFrom: emNow - sessionReachMs, refills: true }
  }
  return { sessionsFrom: Math.min(emNow, newestStart ?? lastSign) - sessionReachMs, refills: false }
}

/** From when on a light round looks for sessions that are not known. */
export function probeFrom(newestStart: number | null, emNow: number): number {
  return Math.min(emNow, newestStart ?? emNow) - probeReachMs
}

/**
 * From which end on tasks are asked for, beside all that have not ended. What ended before the reach of
 * the newest session belongs to sessions that have stopped, whose tasks are asked for by session.
 */
export function tasksFrom(
  { newestTaskEnd }: Pick<IndexPosition, 'newestTaskEnd'>,
  starts: readonly (number | null)[],
  emNow: number,
): number {
  const ofSessions = Math.min(emNow, latest(starts) ?? emNow) - sessionReachMs
  if (newestTaskEnd === null) return ofSessions
  return Math.max(ofSessions, Math.min(emNow, newestTaskEnd) - taskReachMs)
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}
