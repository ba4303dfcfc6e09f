import { type AskFailure, failureOf } from './ask-failure.ts'
import type { Clocks } from './clocks.ts'
import type { CollectorLog, WatchWork } from './collector-needs.ts'
import { secondMs } from './em-time.ts'
import { Pace } from './pace.ts'

/** Something that is done bit by bit. */
export interface Job {
  /** Whether there is a bit left to do. */
  readonly isWanted: boolean
  /** Does the next bit. */
  run(signal: AbortSignal): Promise<void>
}

interface Parts {
  name: string
  job: Job
  clocks: Clocks
  log: CollectorLog
  worked: WatchWork
  pollMs: number
  /** Ms to wait after a bit that took so many. */
  pauseAfter: (tookMs: number) => number
}

/** A job and when its next bit is due: after its pause, or, while it fails, later and later. */
export class Work {
  readonly #parts: Parts
  readonly #pace: Pace
  #failure: AskFailure | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#pace = new Pace(parts.pollMs)
  }

  /** Why the last bit failed, where it did. */
  get failure(): AskFailure | undefined {
    return this.#failure
  }

  /** By the clock that is never set, in ms; infinite where nothing is to be done. */
  get dueAt(): number {
    return this.#parts.job.isWanted ? this.#pace.dueAt : Number.POSITIVE_INFINITY
  }

  /** Does the next bit. Never rejects: a failure is logged and kept, unless it comes of being stopped. */
  async doNext(signal: AbortSignal): Promise<void> {
    const { name, job, clocks, log, worked, pauseAfter } = this.#parts
    const begun = clocks.elapsed()
    try {
      await job.run(signal)
      const ended = clocks.elapsed()
      this.#pace.succeeded(ended, pauseAfter(ended - begun))
      worked(name, 'ok', (ended - begun) / secondMs)
      if (this.#failure) log.info({ work: name }, 'it works again')
      this.#failure = undefined
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(error)
      const ended = clocks.elapsed()
      this.#pace.failed(ended, failure.retryAfterSeconds)
      worked(name, 'failed', (ended - begun) / secondMs)
      const details = { work: name, code: failure.code }
      // Only an unexpected failure is a fault of ours, which its stack leads to.
      if (failure.code === 'internal-error') log.error({ ...details, err: error }, failure.message)
      else log.warn(details, failure.message)
      this.#failure = failure
    }
  }
}
