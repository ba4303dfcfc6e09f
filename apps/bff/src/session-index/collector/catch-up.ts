import type { KnownIndex } from './known-index.ts'
import type { SessionTasks } from './session-tasks.ts'

/**
 * The tasks of sessions under way that began and ended unseen: before the first round, while this
 * process did not run, or while EM could not collect from a backup server. The index is not marked as
 * filled before they are there; so where the process ends, the next one asks for them.
 */
export class CatchUp {
  readonly #index: KnownIndex
  readonly #tasks: SessionTasks
  readonly #behind = new Set<string>()

  constructor(parts: { index: KnownIndex; tasks: SessionTasks }) {
    this.#index = parts.index
    this.#tasks = parts.tasks
  }

  /** All tasks of these sessions are to be asked for. */
  add(uids: Iterable<string>): void {
    for (const uid of uids) this.#behind.add(uid)
  }

  get isDone(): boolean {
    return this.#behind.size === 0
  }

  get isWanted(): boolean {
    return this.#behind.size > this.#tasks.left
  }

  /** Asks about the next sessions. Rejects as `SessionTasks` does, and where the index cannot be written. */
  async run(signal: AbortSignal): Promise<void> {
    const { uids, tasks } = await this.#tasks.read([...this.#behind], signal)
    await this.#index.apply({ tasks })
    for (const uid of uids) this.#behind.delete(uid)
  }
}
