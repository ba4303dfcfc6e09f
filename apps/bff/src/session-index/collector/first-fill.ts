import { type Clocks, historyTarget } from './clocks.ts'
import type { CollectorOptions } from './collector-options.ts'
import type { EmRows } from './em-rows.ts'
import { hourMs } from './em-time.ts'
import { isFilledTo, nextSlices } from './history-slices.ts'
import type { KnownIndex } from './known-index.ts'
import { ofSlice } from './whole-round.ts'

const slicesAtATime = 2
/** What is known of EM's clock changes by a little with every answer; the fill is not to begin anew for it. */
const marginMs = hourMs

/** The fill of the index with the history, newest first; it goes on from where the index says it has come. */
export class FirstFill {
  readonly #parts: { rows: EmRows; index: KnownIndex; clocks: Clocks; options: CollectorOptions }

  constructor(parts: {
    rows: EmRows
    index: KnownIndex
    clocks: Clocks
    options: CollectorOptions
  }) {
    this.#parts = parts
  }

  get isWanted(): boolean {
    const { progress } = this.#parts.index
    const hasBegun = progress !== undefined && progress.filledBackTo !== null
    return hasBegun && !isFilledTo(progress, this.#target)
  }

  get #target(): number {
    return historyTarget(this.#parts.options, this.#parts.clocks.emNow())
  }

  /** Reads the next two days at once, and takes in as many as could be read. Rejects where one could not. */
  async run(signal: AbortSignal): Promise<void> {
    const { rows, index } = this.#parts
    const reached = index.progress?.filledBackTo ?? null
    if (reached === null) return
    const slices = nextSlices(reached, this.#target - marginMs, slicesAtATime)
    const readings = slices.map((slice) =>
      rows.started('CdpReplicaSession', ofSlice(slice), signal),
    )
    const read = await Promise.allSettled(readings)
    for (const [at, slice] of slices.entries()) {
      const reading = read[at]
      if (reading?.status !== 'fulfilled') throw reading?.reason
      await index.apply({ sessions: reading.value.items, filledBackTo: slice.from })
    }
  }
}
