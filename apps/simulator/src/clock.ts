/** The simulated time of the estate: milliseconds since 1970. Time-outs of logons run on real time instead. */
export interface Clock {
  now(): number
  /** Moves the clock forward (or back) by so many seconds. */
  advance(seconds: number): void
}

/** A clock that stands at `startMs` now and runs `speed` times as fast as real time (0 = stands still). */
export function createClock(startMs: number, speed: number): Clock {
  const startedAt = performance.now()
  let offset = 0
  return {
    now: () => Math.floor(startMs + offset + (performance.now() - startedAt) * speed),
    advance: (seconds) => {
      offset += seconds * 1000
    },
  }
}
