import { minuteMs, secondMs } from './em-time.ts'

const longestBackOffMs = 5 * minuteMs

/**
 * Ms to wait after the `failures`-th failure in a row: from `pollMs` on twice as long each time, up to
 * five minutes, by chance a quarter shorter or longer, and never less than EM asked for.
 */
export function backOffMs(
  failures: number,
  pollMs: number,
  retryAfterSeconds: number | undefined,
  chance: number,
): number {
  const growing = Math.min(Math.max(longestBackOffMs, pollMs), pollMs * 2 ** (failures - 1))
  return Math.max(growing * (0.75 + chance / 2), (retryAfterSeconds ?? 0) * secondMs)
}

/** When a kind of work is next done: at once, after a pause, or after a failure later and later. */
export class Pace {
  readonly #pollMs: number
  #dueAt = 0
  #failures = 0

  constructor(pollMs: number) {
    this.#pollMs = pollMs
  }

  /** By the clock that is never set, in ms. */
  get dueAt(): number {
    return this.#dueAt
  }

  succeeded(elapsed: number, pauseMs: number): void {
    this.#failures = 0
    this.#dueAt = elapsed + pauseMs
  }

  failed(elapsed: number, retryAfterSeconds: number | undefined): void {
    this.#failures += 1
    const pauseMs = backOffMs(this.#failures, this.#pollMs, retryAfterSeconds, Math.random())
    this.#dueAt = elapsed + pauseMs
  }
}
