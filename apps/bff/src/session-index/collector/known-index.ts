import type {
  Applied,
  IndexChanges,
  IndexPosition,
  IndexProgress,
  IndexWriter,
} from '../store/session-store.ts'

/** The index, which nobody else writes, with how far it had come after the last commit. */
export class KnownIndex {
  readonly #writer: IndexWriter
  readonly #changed: () => void
  #progress: IndexProgress | undefined

  /** `changed` is told of every commit at once, and of the first look at the index. */
  constructor(writer: IndexWriter, changed: () => void) {
    this.#writer = writer
    this.#changed = changed
  }

  /** Undefined until it was looked at. */
  get progress(): IndexProgress | undefined {
    return this.#progress
  }

  async look(): Promise<IndexProgress> {
    const progress = await this.#writer.progress()
    this.#progress = progress
    this.#changed()
    return progress
  }

  position(): Promise<IndexPosition> {
    return this.#writer.position()
  }

  /** `committed` is called before the commit is told. */
  async apply(changes: IndexChanges, committed = () => {}): Promise<Applied> {
    const applied = await this.#writer.apply(changes)
    committed()
    await this.look()
    return applied
  }

  sessionsWantingTasks(limit: number): Promise<readonly string[]> {
    return this.#writer.sessionsWantingTasks(limit)
  }

  async prune(before: number, limit: number): Promise<number> {
    const forgotten = await this.#writer.prune(before, limit)
    if (forgotten > 0) await this.look()
    return forgotten
  }

  async regroup(limit: number): Promise<number> {
    const left = await this.#writer.regroup(limit)
    await this.look()
    return left
  }
}
