import type { Collection, IndexState } from '@cdp-watch/contract'
import { type CollectorStatus, describeIndex, type IndexFacts } from './collector-status.ts'

/** Tells the collector's status whenever it has changed, and since when the index is in its state. */
export class StatusBoard {
  readonly #publish: (status: CollectorStatus) => void
  readonly #now: () => number
  #state: IndexState['state'] | undefined
  #since = ''
  #published = ''

  /** `now`: this server's clock, ms since 1970. */
  constructor(options: { publish: (status: CollectorStatus) => void; now: () => number }) {
    this.#publish = options.publish
    this.#now = options.now
  }

  update(facts: IndexFacts, collection: Collection | null, staleAfterSeconds: number): void {
    const described = describeIndex(facts)
    if (described.state !== this.#state) {
      this.#state = described.state
      this.#since = new Date(this.#now()).toISOString()
    }
    const index = { ...described, since: this.#since }
    const { dataVersion } = facts.progress
    const status = { collection, index, staleAfterSeconds, dataVersion }
    const text = JSON.stringify(status)
    if (text === this.#published) return
    this.#published = text
    this.#publish(status)
  }
}
