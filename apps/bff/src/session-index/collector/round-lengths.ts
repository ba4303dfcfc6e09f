import { hourMs, minuteMs, secondMs } from './em-time.ts'

/** Rounds take at most a fifth of the time, however slow EM is. */
const restPerRound = 4
/** A round that reads EM in full comes at least every 15 minutes, and takes far longer than the others. */
const rememberedMs = hourMs
/** However slow EM is, people are told when what they see is older than this. */
const longestStaleMs = 10 * minuteMs

/** How long rounds take, and so how long the pauses between them are, and how old what they read may become. */
export class RoundLengths {
  readonly #pollMs: number
  #recent: readonly { readonly endedAt: number; readonly tookMs: number }[] = []

  constructor(pollMs: number) {
    this.#pollMs = pollMs
  }

  /** Notes a round that has just succeeded, by the clock that is never set; gives the pause after it, in ms. */
  note(tookMs: number, elapsed: number): number {
    this.#recent = [...this.#since(elapsed), { endedAt: elapsed, tookMs }]
    return this.#pauseAfter(tookMs)
  }

  /**
   * After how many seconds what was read is to be called old: when two polls have brought nothing or,
   * where rounds take longer than the polls between them, two rounds as long as the longest of the last hour.
   */
  staleAfterSeconds(elapsed: number): number {
    const longest = Math.max(0, ...this.#since(elapsed).map(({ tookMs }) => tookMs))
    const twoPolls = 2 * this.#pollMs
    const twoRounds = 2 * (longest + this.#pauseAfter(longest))
    const staleMs = Math.min(twoRounds, Math.max(twoPolls, longestStaleMs))
    return Math.floor(staleMs / secondMs)
  }

  #since(elapsed: number) {
    return this.#recent.filter(({ endedAt }) => elapsed - endedAt <= rememberedMs)
  }

  #pauseAfter(tookMs: number): number {
    return Math.max(this.#pollMs, restPerRound * tookMs)
  }
}
