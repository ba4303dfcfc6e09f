import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { ArrayQuery, type ArrayRow } from '../columns/array-query.ts'
import { shortestMatch, TrigramMatch } from './trigram-match.ts'

/** A query in two ways; the first of its parameters is what is looked for. */
interface Ways {
  /** By an index of trigrams, with MATCH. */
  readonly indexed: string
  /** By looking at all. */
  readonly scanned: string
}

/** Finds what contains a text to the letter, however short. */
export class TrigramQuery {
  readonly #indexed: TrigramMatch
  readonly #scanned: ArrayQuery

  constructor(database: DatabaseSync, { indexed, scanned }: Ways) {
    this.#indexed = new TrigramMatch(database, indexed)
    this.#scanned = new ArrayQuery(database, scanned)
  }

  rows(text: string, ...others: SQLInputValue[]): ArrayRow[] {
    return [...text].length < shortestMatch
      ? this.#scanned.all(text, ...others)
      : this.#indexed.rows([text], ...others)
  }
}
