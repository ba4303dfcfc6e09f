import type { KnownIndex } from './known-index.ts'

/** So few that a round hardly has to wait. */
const textsAStep = 500
/** It takes at most a fifth of the time: what is read and collected meanwhile goes before it. */
const restPerStep = 4

/** Ms to wait after a step that took so many. */
export function pauseAfterRegrouping(tookMs: number): number {
  return restPerStep * tookMs
}

/** Groups the failure texts of the whole history anew, step by step, where another version had grouped them. */
export class Regrouping {
  readonly #index: KnownIndex
  #isDone = false

  constructor(parts: { index: KnownIndex }) {
    this.#index = parts.index
  }

  get isWanted(): boolean {
    return !this.#isDone
  }

  /** One step. Rejects where the index cannot be written. */
  async run(): Promise<void> {
    this.#isDone = (await this.#index.regroup(textsAStep)) === 0
  }
}
