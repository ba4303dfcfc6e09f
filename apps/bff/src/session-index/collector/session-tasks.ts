import type { Task } from '@cdp-watch/contract'
import { failureOf } from './ask-failure.ts'
import type { Clocks } from './clocks.ts'
import type { CollectorLog } from './collector-needs.ts'
import type { EmRows } from './em-rows.ts'
import { hourMs } from './em-time.ts'
import { inParallel } from './in-parallel.ts'

/** Sessions a request takes: their tasks are some pages. */
const sessionsARequest = 40
const requestsAtATime = 2
const triedAgainMs = hourMs
/** What can be the fault of one session among those asked about. */
const faultsOfOne: readonly string[] = [
  'em-refused-query',
  'em-error',
  'em-bad-answer',
  'em-timeout',
]

interface Parts {
  rows: EmRows
  clocks: Clocks
  log: CollectorLog
}

/**
 * All tasks of some sessions at a time. Where EM fails over a request, fewer sessions are asked about
 * at a time, until the one that it fails over is found and left for an hour.
 */
export class SessionTasks {
  readonly #parts: Parts
  #atATime = sessionsARequest
  readonly #leftUntil = new Map<string, number>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** How many sessions are left for now. */
  get left(): number {
    const elapsed = this.#parts.clocks.elapsed()
    for (const [uid, until] of this.#leftUntil) if (until <= elapsed) this.#leftUntil.delete(uid)
    return this.#leftUntil.size
  }

  /** How many sessions to offer, so that there are enough that are not left. */
  get offer(): number {
    return this.#most + this.left
  }

  get #most(): number {
    return this.#atATime === 1 ? 1 : this.#atATime * requestsAtATime
  }

  /**
   * Asks about the first of these sessions that are not left. Gives their UIDs and their tasks. Rejects
   * where EM cannot be asked; what it fails over is tried in smaller parts the next time.
   */
  async read(
    offered: readonly string[],
    signal: AbortSignal,
  ): Promise<{ uids: readonly string[]; tasks: readonly Task[] }> {
    const size = this.#atATime
    const uids = offered.filter((uid) => !this.#leftUntil.has(uid)).slice(0, this.#most)
    try {
      const [first, second] = await inParallel(
        signal,
        (both) => this.#ask(uids.slice(0, size), both),
        (both) => this.#ask(uids.slice(size), both),
      )
      this.#atATime = Math.min(sessionsARequest, size * 2)
      return { uids, tasks: [...first, ...second] }
    } catch (error) {
      if (!signal.aborted && faultsOfOne.includes(failureOf(error).code)) this.#narrow(uids, error)
      throw error
    }
  }

  async #ask(uids: readonly string[], signal: AbortSignal): Promise<readonly Task[]> {
    const by = { field: 'PolicySessionUid', uids, most: sessionsARequest } as const
    return (await this.#parts.rows.byUids('CdpReplicaTaskSession', by, signal)).items
  }

  #narrow(uids: readonly string[], error: unknown): void {
    const { clocks, log } = this.#parts
    const [uid] = uids
    if (uid === undefined || uids.length > 1) {
      this.#atATime = Math.ceil(this.#atATime / 2)
      return
    }
    this.#leftUntil.set(uid, clocks.elapsed() + triedAgainMs)
    log.warn(
      { uid, code: failureOf(error).code },
      'the tasks of a session cannot be had; tried again in an hour',
    )
  }
}
