import { setTimeout as sleep } from 'node:timers/promises'
import type { IndexWriter } from '../store/session-store.ts'
import { type Clocks, historyTarget } from './clocks.ts'
import type { CollectorNeeds } from './collector-needs.ts'
import type { CollectorOptions } from './collector-options.ts'
import { type CollectorParts, createParts } from './collector-parts.ts'
import { secondMs } from './em-time.ts'
import { pauseAfterRegrouping } from './regrouping.ts'
import { RoundLengths } from './round-lengths.ts'
import { StatusBoard } from './status-board.ts'
import { type Job, Work } from './work.ts'

/**
 * Keeps the index in step with EM: one thing after the other, and at most two requests at a time. Rounds
 * come first, then the first fill, tasks that are lacking, and forgetting what is old. Grouping failures
 * anew needs nothing of EM: it goes on while rounds fail.
 */
export class Collector {
  readonly #options: CollectorOptions
  readonly #clocks: Clocks
  readonly #parts: CollectorParts
  readonly #round: Work
  readonly #lengths: RoundLengths
  readonly #fill: Work
  readonly #others: readonly Work[]
  readonly #regrouping: Work
  readonly #board: StatusBoard
  readonly #resting: () => void
  readonly #stopping = new AbortController()
  #running: Promise<void> | undefined

  /** `elapsed`: ms of a clock that never jumps. */
  constructor(
    writer: IndexWriter,
    { ask, now, emOffsetMs, log, worked, resting, publish }: CollectorNeeds,
    options: CollectorOptions,
    elapsed: () => number = () => performance.now(),
  ) {
    const clocks: Clocks = { now, elapsed, emNow: () => now() + emOffsetMs() }
    const changed = () => this.#publish()
    const parts = createParts({ writer, ask, log, clocks, options, changed })
    const pollMs = options.pollSeconds * secondMs
    const work = (name: string, job: Job, pauseAfter = (_tookMs: number) => 0) =>
      new Work({ name, job, clocks, log, worked, pollMs, pauseAfter })
    this.#options = options
    this.#clocks = clocks
    this.#parts = parts
    this.#board = new StatusBoard({ publish, now })
    this.#resting = resting
    this.#lengths = new RoundLengths(pollMs)
    this.#round = work('round', parts.rounds, (tookMs) => this.#lengths.note(tookMs, elapsed()))
    this.#fill = work('first fill', parts.fill)
    this.#others = [
      this.#fill,
      work('tasks begun unseen', parts.catchUp),
      work('tasks of ended sessions', parts.finalTasks),
      work('pruning', parts.pruning),
    ]
    this.#regrouping = work('grouping failures anew', parts.regrouping, pauseAfterRegrouping)
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Ends at any moment; resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const next = this.#next()
      if (next) {
        await next.doNext(signal)
        this.#publish()
      } else {
        await this.#rest(signal)
      }
    }
  }

  /** While rounds fail there is nothing else to be had from EM either. */
  get #possible(): readonly Work[] {
    const others = this.#round.failure ? [] : this.#others
    return [this.#round, ...others, this.#regrouping]
  }

  #next(): Work | undefined {
    const elapsed = this.#clocks.elapsed()
    return this.#possible.find(({ dueAt }) => dueAt <= elapsed)
  }

  async #rest(signal: AbortSignal): Promise<void> {
    this.#resting()
    const dueAt = Math.min(...this.#possible.map((work) => work.dueAt))
    const pauseMs = Math.ceil(dueAt - this.#clocks.elapsed())
    // It rejects where it is stopped, which the loop sees for itself.
    await Promise.allSettled([sleep(pauseMs, undefined, { signal })])
  }

  #publish(): void {
    const { index, rounds, collections } = this.#parts
    const { progress } = index
    if (progress === undefined) return
    const emNow = this.#clocks.emNow()
    const facts = {
      progress,
      emNow,
      target: historyTarget(this.#options, emNow),
      asOf: rounds.asOf,
      roundFailure: this.#round.failure,
      fillFailure: this.#fill.failure,
    }
    const staleAfterSeconds = this.#lengths.staleAfterSeconds(this.#clocks.elapsed())
    this.#board.update(facts, collections.describe(), staleAfterSeconds)
  }
}
