import type { Collection } from '@cdp-watch/contract'
import { type CollectJob, readCollectJobs } from '@cdp-watch/em-wire'
import { emPaths } from '../../em/paths.ts'
import { failureOf } from './ask-failure.ts'
import type { AskEm } from './collector-needs.ts'
import { readEmJson } from './em-answer.ts'
import { minuteMs } from './em-time.ts'

/** EM grants a role at any time, and is repaired at any time. */
const askedAgainMs = 10 * minuteMs
/**
 * What says that EM does not tell of its collection, which the role for it or the size of the answer
 * (all system sessions of 30 days) can be the reason for. All else is a failure like another.
 */
const untold: readonly string[] = ['em-refused', 'em-refused-query', 'em-error', 'em-timeout']

type Known = Pick<Collection, 'lastFinishedUTC' | 'state'>

/** What a round learns of EM's collection: its last one, or that EM does not tell. */
export type CollectionReading = ({ kind: 'told' } & Known) | { kind: 'untold' }

/** EM's collection from its backup servers, as EM last told of it. */
export class Collections {
  readonly #ask: AskEm
  readonly #elapsed: () => number
  #known: Known | undefined
  #error: string | null = null
  #askAgainAt = 0
  #text = ''

  /** `elapsed`: ms of a clock that never jumps. */
  constructor(options: { ask: AskEm; elapsed: () => number }) {
    this.#ask = options.ask
    this.#elapsed = options.elapsed
  }

  /** Null before EM was asked. What was known stays, with the reason why it is not known any better. */
  describe(): Collection | null {
    if (this.#known === undefined && this.#error === null) return null
    return { lastFinishedUTC: null, state: null, ...this.#known, error: this.#error }
  }

  /** Asks EM, but not where it would not tell minutes ago. Rejects where EM cannot be asked. */
  async read(signal: AbortSignal): Promise<CollectionReading> {
    if (this.#elapsed() < this.#askAgainAt) return { kind: 'untold' }
    try {
      const known = this.#parse(await this.#ask(emPaths.systemSessions, signal))
      this.#known = known
      this.#error = null
      return { kind: 'told', ...known }
    } catch (error) {
      if (signal.aborted) throw error
      const { code, message } = failureOf(error)
      this.#error = message
      if (!untold.includes(code)) throw error
      this.#askAgainAt = this.#elapsed() + askedAgainMs
      return { kind: 'untold' }
    }
  }

  /** The answer is megabytes, and the same from one collection to the next. */
  #parse(text: string): Known {
    if (this.#known && text === this.#text) return this.#known
    const known = lastFinished(readCollectJobs(readEmJson(text)).items)
    this.#text = text
    return known
  }
}

/** The collection that finished last, successful or not: its `state` says which. */
export function lastFinished(jobs: readonly CollectJob[]): Known {
  let newest: CollectJob | undefined
  for (const job of jobs) {
    if (job.endTimeUTC === null) continue
    if (Date.parse(job.endTimeUTC) > Date.parse(newest?.endTimeUTC ?? '1970-01-01')) newest = job
  }
  return { lastFinishedUTC: newest?.endTimeUTC ?? null, state: newest?.state ?? null }
}
