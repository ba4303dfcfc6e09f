import type { IndexProgress } from '../store/session-store.ts'
import { dayMs, hourMs, minuteMs } from './em-time.ts'

/** A session lasts 24 hours, so its end lies within this of its start; two more for what comes late. */
const sessionReachMs = 26 * hourMs
/** A collection of EM takes its time, and brings what ended while it ran. */
const taskReachMs = 2 * hourMs
const probeReachMs = 10 * minuteMs
const longestTaskGapMs = 4 * hourMs
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
  { newestStart, filledBackTo }: Pick<IndexProgress, 'newestStart' | 'filledBackTo'>,
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

/** Which tasks a round asks for, beside all that have not ended. */
export interface TaskWindow {
  /** Those that ended from here on. */
  readonly tasksFrom: number
  /** Tasks may have ended before it that are not known. */
  readonly isGap: boolean
}

/**
 * The tasks of a round. What ended before the reach of the newest session belongs to sessions that have
 * stopped, whose tasks are asked for by session. `starts`: of the sessions that were just read; `readAt`
 * as for `roundWindow`.
 */
export function taskWindow(
  { newestTaskEnd }: Pick<IndexProgress, 'newestTaskEnd'>,
  starts: readonly (number | null)[],
  emNow: number,
  readAt: number | null,
): TaskWindow {
  const lastSign = latest([newestTaskEnd, readAt])
  // All that ended since is too much for one round where there are tens of thousands of VMs.
  if (lastSign === null || emNow - lastSign > longestTaskGapMs) {
    return { tasksFrom: emNow - taskReachMs, isGap: true }
  }
  const ofSessions = Math.min(emNow, latest(starts) ?? emNow) - sessionReachMs
  const ofTasks = Math.min(emNow, newestTaskEnd ?? ofSessions) - taskReachMs
  return { tasksFrom: Math.max(ofSessions, ofTasks), isGap: false }
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}
