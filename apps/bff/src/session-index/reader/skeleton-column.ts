import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery } from '../columns/array-query.ts'
import type { Bits } from '../columns/bits.ts'
import { longEnough } from '../columns/long-enough.ts'
import { readNumbers } from '../columns/read-numbers.ts'

/** The skeleton of each text, by the ids of both. */
export class SkeletonColumn {
  readonly #newer: ArrayQuery
  readonly #all: ArrayQuery
  #skeletons = new Uint32Array()
  #newest = 0
  #newestSkeleton = 0

  constructor(database: DatabaseSync) {
    // All at once by the index, as the table itself has the texts between these numbers.
    this.#all = new ArrayQuery(
      database,
      `SELECT skeleton, group_concat(id) FROM texts INDEXED BY texts_skeleton
        WHERE skeleton > 0 GROUP BY skeleton`,
    )
    this.#newer = new ArrayQuery(database, 'SELECT skeleton, id FROM texts WHERE id > ?')
  }

  /** Takes in the texts up to this id. */
  follow(newest: number): void {
    if (newest <= this.#newest) return
    const rows = this.#newest === 0 ? this.#all.rows() : this.#newer.rows(this.#newest)
    this.#skeletons = longEnough(this.#skeletons, newest + 1)
    for (const row of rows) this.#take(Number(row[0]), String(row[1]))
    this.#newest = newest
  }

  /** 0 where there is no such text. */
  at(text: number): number {
    return this.#skeletons[text] ?? 0
  }

  /** Adds to `found` the texts with one of these skeletons whose ids are greater than `after`, as far as `found` reaches. */
  addTexts(found: Bits, skeletons: ReadonlySet<number>, after: number): void {
    if (skeletons.size === 0) return
    const isWanted = new Uint8Array(this.#newestSkeleton + 1)
    for (const skeleton of skeletons) isWanted[skeleton] = 1
    const column = this.#skeletons
    for (let id = after + 1; id < found.size; id += 1) {
      if (isWanted[column[id] ?? 0] === 1) found.add(id)
    }
  }

  /** `texts`: ids, comma-separated. */
  #take(skeleton: number, texts: string): void {
    this.#newestSkeleton = Math.max(this.#newestSkeleton, skeleton)
    const ids = new Uint32Array(texts.length)
    const end = readNumbers(texts, ids, 0)
    for (let index = 0; index < end; index += 1) this.#skeletons[ids[index] ?? 0] = skeleton
  }
}
