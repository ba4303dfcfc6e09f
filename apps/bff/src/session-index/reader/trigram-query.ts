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

  /** All at once: one by one they take five times as long, and there may be tens of thousands. */
  rows(text: string, ...others: SQLInputValue[]): ArrayRow[] {
    return [...text].length < shortest
      ? this.#scanned.all(text, ...others)
      : this.#indexed.all(quote(text), ...others)
  }

  /** What contains one of these, none of which is short. */
  rowsOfAny(texts: readonly string[], ...others: SQLInputValue[]): ArrayRow[] {
    return texts.length === 0 ? [] : this.#indexed.all(texts.map(quote).join(' OR '), ...others)
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
