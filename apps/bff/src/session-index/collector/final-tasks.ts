import type { IndexProgress } from '../store/session-store.ts'
import type { KnownIndex } from './known-index.ts'
import type { SessionTasks } from './session-tasks.ts'

/** The tasks of sessions that did not end well, newest first. */
export class FinalTasks {
  readonly #index: KnownIndex
  readonly #tasks: SessionTasks
  /** How far the index had come when there was nothing to ask. */
  #nothingAt: IndexProgress | undefined

  constructor(parts: { index: KnownIndex; tasks: SessionTasks }) {
    this.#index = parts.index
    this.#tasks = parts.tasks
  }

  get isWanted(): boolean {
    const { progress } = this.#index
    if (progress === undefined || progress === this.#nothingAt) return false
    return progress.tasksWanted > this.#tasks.left
  }

  /** Asks about the next sessions. Rejects as `SessionTasks` does, and where the index cannot be written. */
  async run(signal: AbortSignal): Promise<void> {
    const offered = await this.#index.sessionsWantingTasks(this.#tasks.offer)
    const { uids, tasks } = await this.#tasks.read(offered, signal)
    if (uids.length === 0) {
      this.#nothingAt = this.#index.progress
      return
    }
    const bySession = Map.groupBy(tasks, ({ policySessionUid }) => policySessionUid)
    await this.#index.apply({
      finalTasks: uids.map((sessionUid) => ({
        sessionUid,
        tasks: bySession.get(sessionUid) ?? [],
      })),
    })
  }
}
