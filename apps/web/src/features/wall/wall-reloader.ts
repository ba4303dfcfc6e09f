import { recallCrashes, rememberCrashes } from './crash-memory.ts'
import { fetchFreshCopy, filesOf } from './fresh-copy.ts'
import { countCrash, isNightlyReload, pauseAfterCrash } from './reload-plan.ts'

/** Why the page may be loaded anew: only another version, or in any case. */
type Reason = 'version' | 'anyway'

const hourMs = 3600_000
const againMs = 60_000
const fetchMs = 30_000

/**
 * Loads the page anew: on another version, once a night, after a crash. Never without a fresh copy
 * that was just fetched: a browser that finds no server shows its own error, and would for ever.
 */
export class WallReloader {
  readonly #shown = filesOf(document.documentElement.outerHTML)
  readonly #loadedMs: number
  readonly #chance = Math.random()
  #next: { at: number; reason: Reason }
  #isLooking = false

  /** `now`: milliseconds since 1970 by the screen's own clock, by which it has its nights; `steady`: of a clock that nobody sets. */
  constructor(now: number, steady: number) {
    this.#loadedMs = now
    this.#next = { at: steady + hourMs, reason: 'version' }
  }

  /** The server was away, so that it may be another one now. Spread over a minute: others saw it too. */
  serverReturned(steady: number): void {
    if (this.#next.reason === 'version') this.#next.at = steady + Math.random() * againMs
  }

  /** The page broke. Gives after how many milliseconds it is loaded anew. */
  crashed(now: number, steady: number): number {
    const crashes = countCrash(recallCrashes(), now)
    rememberCrashes(crashes)
    const pause = pauseAfterCrash(crashes)
    this.#next = { at: steady + pause, reason: 'anyway' }
    return pause
  }

  /** To be told of each second. */
  tick(now: number, steady: number): void {
    if (this.#isLooking) return
    const isNight = isNightlyReload({ now: new Date(now), loadedMs: this.#loadedMs }, this.#chance)
    if (steady >= this.#next.at) void this.#look(this.#next.reason, steady)
    else if (isNight && this.#next.reason === 'version')
      this.#next = { at: steady, reason: 'anyway' }
  }

  async #look(reason: Reason, steady: number): Promise<void> {
    this.#isLooking = true
    const copy = await fetchFreshCopy(this.#shown, AbortSignal.timeout(fetchMs))
    if (copy === 'other' || (copy === 'same' && reason === 'anyway')) {
      window.location.reload()
      return
    }
    const pause = copy === 'none' ? againMs : hourMs
    this.#next = { at: steady + pause, reason }
    this.#isLooking = false
  }
}
