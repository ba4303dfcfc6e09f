import type { Applied, IndexChanges, IndexPosition, IndexWriter } from '../store/session-store.ts'

/** The index, which nobody else writes, with what it was like after the last commit. */
export class KnownIndex {
  readonly #writer: IndexWriter
  readonly #changed: (position: IndexPosition) => void
  #position: IndexPosition | undefined

  /** `changed` is told of every commit at once, and of the first look at the index. */
  constructor(writer: IndexWriter, changed: (position: IndexPosition) => void) {
    this.#writer = writer
    this.#changed = changed
  }

  /** Undefined until it was looked at. */
  get position(): IndexPosition | undefined {
    return this.#position
  }

  async look(): Promise<IndexPosition> {
    const position = await this.#writer.position()
    this.#position = position
    this.#changed(position)
    return position
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
}
