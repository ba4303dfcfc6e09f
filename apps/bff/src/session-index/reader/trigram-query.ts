import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { ArrayQuery, type ArrayRow } from '../columns/array-query.ts'

/** Code points of the shortest text that an index of trigrams can find. */
const shortest = 3

/** A query in two ways; the first of its parameters is what is looked for. */
interface Ways {
  /** By an index of trigrams, with MATCH. */
  readonly indexed: string
  /** By looking at all. */
  readonly scanned: string
}

/** Finds what contains a text to the letter. */
export class TrigramQuery {
  readonly #indexed: ArrayQuery
  readonly #scanned: ArrayQuery

  constructor(database: DatabaseSync, { indexed, scanned }: Ways) {
    this.#indexed = new ArrayQuery(database, indexed)
    this.#scanned = new ArrayQuery(database, scanned)
  }

  rows(text: string, ...others: SQLInputValue[]): Iterable<ArrayRow> {
    return [...text].length < shortest
      ? this.#scanned.rows(text, ...others)
      : this.#indexed.rows(`"${text.replaceAll('"', '""')}"`, ...others)
  }
}
