import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { ArrayQuery, type ArrayRow } from '../columns/array-query.ts'

/** Code points of the shortest text that an index of trigrams can find. */
export const shortestMatch = 3

/** Finds by an index of trigrams what contains a text to the letter. The first parameter of its query is that of MATCH. */
export class TrigramMatch {
  readonly #query: ArrayQuery

  constructor(database: DatabaseSync, sql: string) {
    this.#query = new ArrayQuery(database, sql)
  }

  /**
   * What contains one of these, none of which is short. All at once: one by one they take five times as
   * long, and there may be tens of thousands.
   */
  rows(texts: readonly string[], ...others: SQLInputValue[]): ArrayRow[] {
    return texts.length === 0 ? [] : this.#query.all(texts.map(quote).join(' OR '), ...others)
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
