import type { Worker } from 'node:worker_threads'
import type { BirpcReturn } from 'birpc'
import { connect } from './channel.ts'

interface IndexThreadOptions<Local extends object> {
  worker: Worker
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

  constructor({ worker, local, onEnd }: IndexThreadOptions<Local>) {
    this.#worker = worker
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
