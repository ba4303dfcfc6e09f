import type { Clocks } from './clocks.ts'
import type { CollectorOptions } from './collector-options.ts'
import { dayMs, hourMs } from './em-time.ts'
import type { KnownIndex } from './known-index.ts'

/** So few that whoever reads does not notice. */
const sessionsAStep = 500
const lookedAgainMs = hourMs

interface Parts {
  index: KnownIndex
  clocks: Clocks
  options: CollectorOptions
}

/** Forgets sessions that are older than they are to be kept, step by step. */
export class Pruning {
  readonly #parts: Parts
  #dueAt = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get isWanted(): boolean {
    return this.#parts.clocks.elapsed() >= this.#dueAt
  }

  /** One step. Rejects where the index cannot be written. */
  async run(): Promise<void> {
    const { index, clocks, options } = this.#parts
    const newest = index.progress?.newestStart ?? null
    if (newest === null) {
      this.#dueAt = clocks.elapsed() + lookedAgainMs
      return
    }
    // What is forgotten does not come back: a clock of EM that is years ahead must not make it all old.
    const before = Math.min(clocks.emNow(), newest) - options.retentionDays * dayMs
    const forgotten = await index.prune(before, sessionsAStep)
    if (forgotten < sessionsAStep) this.#dueAt = clocks.elapsed() + lookedAgainMs
  }
}
