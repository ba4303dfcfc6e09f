import type { SessionColumns } from '../columns/session-columns.ts'

/** Finds the positions of sessions that are asked for in rising order of `seq`, in one pass over the column. */
export class PositionWalk {
  readonly #columns: Pick<SessionColumns, 'seq' | 'count'>
  #position = 0

  constructor(columns: Pick<SessionColumns, 'seq' | 'count'>) {
    this.#columns = columns
  }

  /** -1 where the columns do not have it. */
  next(seq: number): number {
    const { seq: seqs, count } = this.#columns
    while (this.#position < count && (seqs[this.#position] ?? 0) < seq) this.#position += 1
    return this.#position < count && seqs[this.#position] === seq ? this.#position : -1
  }
}
