import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** A row by the numbers of its columns. */
export type ArrayRow = ReturnType<StatementSync['all']>[number]

/**
 * A query whose rows come as arrays, which takes half the time of rows that are objects: for what is
 * read by the thousand.
 */
export class ArrayQuery {
  readonly #statement: StatementSync

  constructor(database: DatabaseSync, sql: string) {
    this.#statement = database.prepare(sql)
    this.#statement.setReturnArrays(true)
  }

  /** The rows one by one. The query must not run again meanwhile. */
  rows(...values: SQLInputValue[]): Iterable<ArrayRow> {
    return this.#statement.iterate(...values)
  }

  all(...values: SQLInputValue[]): ArrayRow[] {
    return this.#statement.all(...values)
  }

  /** The first number of the first row, 0 where there is none. */
  number(...values: SQLInputValue[]): number {
    return Number(this.#statement.get(...values)?.[0] ?? 0)
  }
}
