import { hash } from './random.ts'
import type { Ticks } from './ticks.ts'
import { MINUTE, msOfTicks, SECOND, ticksOfMs, truncate } from './ticks.ts'

/** One run of EM's data collection job. */
export interface Collection {
  /** Counts the quarters of an hour since 2020; the identity of the run. */
  readonly number: number
  readonly started: Ticks
  readonly ended: Ticks
  readonly outcome: 'successful' | 'warning' | 'failed'
}

/** EM's data collection from the backup servers: what it answers is as old as its last finished run. */
export interface Collecting {
  /** The instant as of which EM knows the estate: the start of the last run that has ended without failing. */
  asOf(nowMs: number): Ticks
  /** The runs that have begun between two times, newest first. */
  runs(fromMs: number, nowMs: number): Collection[]
  /** Stops or resumes the starting of new runs. */
  set(state: 'running' | 'frozen', nowMs: number): void
}

const period = 15 * MINUTE

/** The data collection of an estate, a run every 15 minutes that takes 40 to 90 seconds. */
export function createCollecting(seed: number): Collecting {
  const shift = (hash(seed, 31) % (15 * 60)) * SECOND
  const frozen: { from: Ticks; to: Ticks }[] = []

  const runOf = (number: number): Collection => {
    const h = hash(seed, number, 32)
    const started = truncate(number * period + shift + (h % 900) * 10_000, 7 - (h % 5))
    const ended = truncate(started + (40 + (h % 51)) * SECOND, 3)
    const hour = new Date(msOfTicks(started)).getUTCHours()
    const failed = hour === 3 && h % 8 === 0
    return {
      number,
      started,
      ended,
      outcome: failed ? 'failed' : h % 30 === 1 ? 'warning' : 'successful',
    }
  }
  const begins = (run: Collection) =>
    !frozen.some((gap) => run.started >= gap.from && run.started < gap.to)
  const numberAt = (at: Ticks) => Math.floor((at - shift) / period)

  return {
    asOf: (nowMs) => {
      const now = ticksOfMs(nowMs)
      for (let number = numberAt(now); ; number -= 1) {
        const run = runOf(number)
        if (run.ended <= now && run.outcome !== 'failed' && begins(run)) return run.started
      }
    },
    runs: (fromMs, nowMs) => {
      const now = ticksOfMs(nowMs)
      const found: Collection[] = []
      for (let number = numberAt(now); number > numberAt(ticksOfMs(fromMs)); number -= 1) {
        const run = runOf(number)
        if (run.started <= now && begins(run)) found.push(run)
      }
      return found
    },
    set: (state, nowMs) => {
      const now = ticksOfMs(nowMs)
      const last = frozen.at(-1)
      const isFrozen = last !== undefined && last.to === Number.POSITIVE_INFINITY
      if (state === 'frozen' && !isFrozen) frozen.push({ from: now, to: Number.POSITIVE_INFINITY })
      if (state === 'running' && isFrozen) last.to = now
    },
  }
}
