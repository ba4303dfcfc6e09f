const firstPauseMs = 1000
const longestPauseMs = 60_000
/** What has lasted so long ends for another reason than the last time. */
const soundAfterMs = 600_000

/** Begins again what has ended unasked, each time after twice the pause, up to a minute. */
export class Revival {
  readonly #begin: () => void
  #timer: NodeJS.Timeout | undefined
  #pauseMs = firstPauseMs
  #begunAt = performance.now()
  #isStopped = false

  constructor(begin: () => void) {
    this.#begin = begin
  }

  /** To be called when it has ended. Gives the pause until it begins again, ms. */
  ended(): number {
    if (performance.now() - this.#begunAt > soundAfterMs) this.#pauseMs = firstPauseMs
    const pauseMs = this.#pauseMs
    this.#pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    clearTimeout(this.#timer)
    if (this.#isStopped) return pauseMs
    this.#timer = setTimeout(() => {
      this.#begunAt = performance.now()
      this.#begin()
    }, pauseMs)
    return pauseMs
  }

  /** It is to stay ended. */
  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }
}
