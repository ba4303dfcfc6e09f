/** Earliest hour of a night, by the screen's own time zone, in which a wall is loaded anew. */
const nightBegins = 3
const nightEnds = 5
const leastRunMs = 3 * 3600_000
const crashPauseMs = 60_000
const longestCrashPauseMs = 16 * 60_000
/** Crashes with so long between them are no row of crashes. */
const calmMs = 3600_000

/** Crashes in a row, and when the last one was, milliseconds since 1970. */
export interface Crashes {
  readonly count: number
  readonly at: number
}

/**
 * Whether it is time for the one quiet reload of a night: within it, and the page has run for hours.
 *
 * @param chance from 0 to 1, drawn once for a page, so that screens do not reload together
 */
export function isNightlyReload(
  time: { readonly now: Date; readonly loadedMs: number },
  chance: number,
): boolean {
  const { now, loadedMs } = time
  const hour = now.getHours() + now.getMinutes() / 60
  return hour >= nightBegins + chance && hour < nightEnds && now.getTime() - loadedMs > leastRunMs
}

/** One crash more. */
export function countCrash(before: Crashes | null, now: number): Crashes {
  const isInRow = before !== null && now - before.at < calmMs && now >= before.at
  return { count: isInRow ? before.count + 1 : 1, at: now }
}

/** How long to wait before a reload after crashes in a row: a minute, then twice as long each time. A broken page never reloads in a loop. */
export function pauseAfterCrash({ count }: Crashes): number {
  return Math.min(longestCrashPauseMs, crashPauseMs * 2 ** (count - 1))
}

const shifts = [
  [0, 0],
  [2, 1],
  [4, 0],
  [2, -1],
  [0, -3],
  [-2, -1],
  [-4, 0],
  [-2, 2],
] as const
const shiftMs = 3 * 60_000

/** By how many pixels, right and down, the frame is moved at a time (milliseconds) against burn-in. */
export function pixelShift(now: number): readonly [x: number, y: number] {
  return shifts[Math.floor(now / shiftMs) % shifts.length] ?? shifts[0]
}
