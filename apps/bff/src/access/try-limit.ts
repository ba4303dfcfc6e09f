import type { TriesRow } from './access-store.ts'

interface LimitOptions {
  /** So many refused tries in a row close a key, */
  most: number
  /** until so long after the last of them. */
  pauseMs: number
  /** Milliseconds since 1970. */
  now?: () => number
  store: {
    saveTries(row: TriesRow): void
    removeTries(key: string): void
  }
}

/** How a try ended: refused; passed, which also shows that nobody is guessing; or nobody judged it. */
export type TryEnd = 'refused' | 'passed' | 'not-judged'

const waitForOthersMs = 2000

/**
 * Refused tries of each key, counted as Active Directory counts them before it locks an account: in a
 * row, forgotten only when the last is long enough ago. Tries under way count as refused, so that many at
 * once are no way around it.
 */
export class TryLimit {
  readonly #options: LimitOptions
  readonly #now: () => number
  readonly #refused = new Map<string, { failures: number; lastMs: number }>()
  readonly #underWay = new Map<string, number>()

  constructor(options: LimitOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  /** Takes over what was counted before a restart. */
  load(rows: readonly TriesRow[]): void {
    for (const { key, failures, lastMs } of rows) this.#refused.set(key, { failures, lastMs })
  }

  /** Begins a try; 0, or the milliseconds to wait where there may be none now. One that began must `end`. */
  begin(key: string): number {
    this.#forget()
    const known = this.#refused.get(key)
    const failures = known?.failures ?? 0
    const underWay = this.#underWay.get(key) ?? 0
    const { most, pauseMs } = this.#options
    if (known && failures >= most) {
      return Math.min(pauseMs, Math.max(1000, known.lastMs + pauseMs - this.#now()))
    }
    if (failures + underWay >= most) return waitForOthersMs
    this.#underWay.set(key, underWay + 1)
    return 0
  }

  end(key: string, how: TryEnd): void {
    const underWay = (this.#underWay.get(key) ?? 1) - 1
    if (underWay > 0) this.#underWay.set(key, underWay)
    else this.#underWay.delete(key)
    if (how === 'not-judged') return
    if (how === 'passed') {
      this.#drop(key)
      return
    }
    const failures = (this.#refused.get(key)?.failures ?? 0) + 1
    const lastMs = this.#now()
    // Last in the map is last in time, which is what #forget relies on.
    this.#refused.delete(key)
    this.#refused.set(key, { failures, lastMs })
    this.#options.store.saveTries({ key, failures, lastMs })
  }

  #forget(): void {
    for (const [key, { lastMs }] of this.#refused) {
      if (this.#now() - lastMs < this.#options.pauseMs) return
      this.#drop(key)
    }
  }

  #drop(key: string): void {
    if (this.#refused.delete(key)) this.#options.store.removeTries(key)
  }
}
