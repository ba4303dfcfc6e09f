import { Worker } from 'node:worker_threads'
import type { BirpcReturn } from 'birpc'
import { connect } from './channel.ts'

/** Far more than either thread holds at a time; without a limit V8 lets garbage of hundreds of megabytes lie. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 }

interface IndexThreadOptions<Local extends object> {
  name: 'collector' | 'reader'
  /** What it is started with. */
  setup: object
  /** What it may call on this side. */
  local: Local
  /** It ended though nobody told it to. */
  onEnd: (error: Error) => void
}

/** One of the index's threads, and the calls it takes. */
export class IndexThread<Calls extends object, Local extends object> {
  readonly calls: BirpcReturn<Calls, Local>
  readonly #worker: Worker
  #isEnding = false

  constructor({ name, setup, local, onEnd }: IndexThreadOptions<Local>) {
    const entry = new URL(`./${name}-thread.ts`, import.meta.url)
    this.#worker = new Worker(entry, { name, workerData: setup, resourceLimits })
    this.calls = connect<Calls, Local>(this.#worker, local)
    this.#worker.on('error', (error) => {
      if (this.#isEnding) return
      this.#isEnding = true
      this.calls.$close(error)
      onEnd(error)
    })
  }

  /** Ends the thread: once `last` is done where it still runs, or at once. */
  async end(last: (calls: BirpcReturn<Calls, Local>) => Promise<void>): Promise<void> {
    if (!this.#isEnding) await last(this.calls)
    this.#isEnding = true
    await this.#worker.terminate()
    // Who still waits for an answer would wait for ever.
    this.calls.$close(new Error('the thread was ended'))
  }
}
