import type { Task } from '@cdp-watch/contract'
import { failureOf } from './ask-failure.ts'
import type { Clocks } from './clocks.ts'
import type { CollectorLog } from './collector-needs.ts'
import type { EmRows } from './em-rows.ts'
import { hourMs } from './em-time.ts'
import { inParallel } from './in-parallel.ts'
import type { KnownIndex } from './known-index.ts'
import { sessionsARequest } from './whole-round.ts'

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
  index: KnownIndex
  clocks: Clocks
  log: CollectorLog
}

/**
 * The tasks of sessions that did not end well, newest first. Where EM fails over a request, fewer
 * sessions are asked about at a time, until the one that it fails over is found and left for an hour.
 */
export class FinalTasks {
  readonly #parts: Parts
  #atATime = sessionsARequest
  readonly #leftUntil = new Map<string, number>()
  /** The look at the index after which there was nothing to ask. */
  #nothingAt: unknown

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get isWanted(): boolean {
    const elapsed = this.#parts.clocks.elapsed()
    for (const [uid, until] of this.#leftUntil) if (until <= elapsed) this.#leftUntil.delete(uid)
    const { position } = this.#parts.index
    if (position === undefined || position === this.#nothingAt) return false
    return position.tasksWanted > this.#leftUntil.size
  }

  /** Asks about the next sessions. Rejects where EM cannot be asked; what it fails over is tried in smaller parts first. */
  async run(signal: AbortSignal): Promise<void> {
    const { index } = this.#parts
    const size = this.#atATime
    const most = size === 1 ? 1 : size * requestsAtATime
    const wanted = await index.sessionsWantingTasks(most + this.#leftUntil.size)
    const uids = wanted.filter((uid) => !this.#leftUntil.has(uid)).slice(0, most)
    if (uids.length === 0) {
      this.#nothingAt = index.position
      return
    }
    let tasks: readonly Task[]
    try {
      const [first, second] = await inParallel(
        signal,
        (both) => this.#ask(uids.slice(0, size), both),
        (both) => this.#ask(uids.slice(size), both),
      )
      tasks = [...first, ...second]
    } catch (error) {
      if (!signal.aborted && faultsOfOne.includes(failureOf(error).code)) this.#narrow(uids, error)
      throw error
    }
    this.#atATime = Math.min(sessionsARequest, size * 2)
    const bySession = Map.groupBy(tasks, ({ policySessionUid }) => policySessionUid)
    await index.apply({
      finalTasks: uids.map((sessionUid) => ({
        sessionUid,
        tasks: bySession.get(sessionUid) ?? [],
      })),
    })
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
