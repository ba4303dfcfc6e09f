/** The screen's two clocks, in milliseconds: `steady` runs on whatever is set, `shown` is what the screen takes for the time. */
export interface Instant {
  readonly steady: number
  readonly shown: number
}

/** What the server's clock said at an instant of this screen. */
export interface ServerClock {
  readonly server: number
  readonly at: Instant
}

/** Ticks come each second; one that is later than this was slept through, or the clock was set. */
const longestGapMs = 15_000

/** What the server's clock says at an instant, in milliseconds. Setting the screen's own clock does not move it. */
export function serverTime({ server, at }: ServerClock, now: Instant): number {
  return server + (now.steady - at.steady)
}

/** By how much the screen's own clock was ahead of the server's, in milliseconds; negative where it was behind. */
export function screenAhead({ server, at }: ServerClock): number {
  return at.shown - server
}

/**
 * For how long nothing ran between two ticks, in milliseconds; 0 where it did. A machine that sleeps
 * may stop its steady clock too, so both are looked at; one that was set looks the same, and what was
 * known before is no better then.
 */
export function sleptBetween(before: Instant, now: Instant): number {
  const steady = now.steady - before.steady
  const shown = Math.abs(now.shown - before.shown)
  const gap = Math.max(steady, shown)
  return gap > longestGapMs ? gap : 0
}
