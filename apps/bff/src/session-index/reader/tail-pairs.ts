import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery } from '../columns/array-query.ts'
import type { IndexMemory } from '../columns/index-memory.ts'

const places = 1 << 16

/** Where a pair of code units is noted. Pairs may share a place: what is noted may occur, the rest does not. */
function placeOf(first: number, second: number): number {
  return (first * 31 + second) % places
}

/**
 * Which pairs of characters occur in the tails of the names of sessions. Tails are times mostly, so
 * that nearly every text that is searched for has a pair that no tail has.
 */
export class TailPairs {
  readonly #memory: IndexMemory
  readonly #tails: ArrayQuery
  readonly #units = new Uint8Array(places)
  readonly #pairs = new Uint8Array(places)
  #dataVersion = -1

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#tails = new ArrayQuery(
      database,
      'SELECT group_concat(tail, char(10)) FROM sessions WHERE version > ?',
    )
  }

  /** False where no tail contains the text, which is folded and not ''. */
  mayContain(text: string): boolean {
    this.#refresh()
    if (text.length === 1) return this.#units[text.charCodeAt(0)] === 1
    for (let index = 1; index < text.length; index += 1) {
      const place = placeOf(text.charCodeAt(index - 1), text.charCodeAt(index))
      if (this.#pairs[place] !== 1) return false
    }
    return true
  }

  #refresh(): void {
    const { dataVersion } = this.#memory
    if (this.#dataVersion === dataVersion) return
    for (const row of this.#tails.all(this.#dataVersion)) this.#note(String(row[0] ?? ''))
    this.#dataVersion = dataVersion
  }

  #note(tails: string): void {
    let before = 0
    for (let index = 0; index < tails.length; index += 1) {
      const unit = tails.charCodeAt(index)
      this.#units[unit] = 1
      this.#pairs[placeOf(before, unit)] = 1
      before = unit
    }
  }
}
