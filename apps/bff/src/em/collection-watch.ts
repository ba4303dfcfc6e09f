import type { Collection } from '@cdp-watch/contract'
import { type CollectJob, readCollectJobs } from '@cdp-watch/em-wire'
import type { Logger } from 'pino'
import { AppError } from '../errors.ts'
import type { EmClient } from './client.ts'
import { emPaths } from './paths.ts'

/** EM collects every 15 minutes, and tells of it with all its system sessions of 30 days: megabytes. */
const collectionPauseMs = 120_000

/**
 * Asks EM for something small every `pollSeconds`, which keeps the logon from idling out and notices an
 * EM that is gone before somebody needs it, and every two minutes when it last collected from its
 * backup servers.
 */
export class CollectionWatch {
  #collection: Collection | null = null
  #collectionAskedAt: number | undefined
  #timer: NodeJS.Timeout | undefined
  readonly #stopping = new AbortController()
  readonly #options: { client: EmClient; log: Logger; pollSeconds: number }

  constructor(options: { client: EmClient; log: Logger; pollSeconds: number }) {
    this.#options = options
  }

  /** The last known collection; null until EM answered the first time. */
  describe(): Collection | null {
    return this.#collection
  }

  start(): void {
    void this.#round()
  }

  stop(): void {
    this.#stopping.abort()
    clearTimeout(this.#timer)
  }

  async #round(): Promise<void> {
    let pauseMs = this.#options.pollSeconds * 1000
    try {
      await this.#ask()
    } catch (error) {
      if (this.#stopping.signal.aborted) return
      this.#collectionAskedAt = undefined
      const failure =
        error instanceof AppError ? error : new AppError('em-bad-answer', String(error))
      this.#options.log.debug({ code: failure.code }, failure.message)
      // What was known stays, with its age; only who never knew says why.
      const known = this.#collection ?? { lastFinishedUTC: null, state: null }
      this.#collection = { ...known, error: failure.message }
      const asked = failure.extras.retryAfterSeconds
      if (asked !== undefined) pauseMs = Math.min(pauseMs, Math.max(1, asked) * 1000)
    }
    this.#timer = setTimeout(() => void this.#round(), pauseMs)
  }

  async #ask(): Promise<void> {
    const { client } = this.#options
    const { signal } = this.#stopping
    const now = Date.now()
    if (now - (this.#collectionAskedAt ?? Number.NEGATIVE_INFINITY) < collectionPauseMs) {
      await client.getJson(emPaths.heartbeat, signal)
      return
    }
    const jobs = readCollectJobs(await client.getJson(emPaths.systemSessions, signal))
    this.#collection = { ...lastFinished(jobs.items), error: null }
    this.#collectionAskedAt = now
  }
}

/** The collection that finished last, successful or not: its `state` says which. */
export function lastFinished(
  jobs: readonly CollectJob[],
): Pick<Collection, 'lastFinishedUTC' | 'state'> {
  const finished = jobs.filter((job) => job.endTimeUTC !== null)
  const newest = finished.toSorted(
    (a, b) => Date.parse(b.endTimeUTC ?? '') - Date.parse(a.endTimeUTC ?? ''),
  )[0]
  return { lastFinishedUTC: newest?.endTimeUTC ?? null, state: newest?.state ?? null }
}
