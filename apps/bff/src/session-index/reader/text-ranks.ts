import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery } from '../columns/array-query.ts'

/** Where more texts than this have come, all are put in order anew. */
const mostInserted = 500

/**
 * Puts texts in order, in any case, by the bytes of what `fold` makes of them. What was put in order
 * once stays so: a few more are put between.
 */
export class TextRanks {
  readonly #folded: ArrayQuery
  readonly #inOrder: ArrayQuery
  /** Ids in order of their texts. */
  #ids: number[] = []
  /** Of each of `#ids`, 0 where its text is that of the one before it. */
  #steps: number[] = []
  #known = new Set<number>()

  constructor(database: DatabaseSync) {
    this.#folded = new ArrayQuery(database, 'SELECT CAST(folded AS BLOB) FROM texts WHERE id = ?')
    this.#inOrder = new ArrayQuery(
      database,
      `SELECT id, folded IS NOT lag(folded) OVER (ORDER BY folded) FROM texts
        WHERE id IN (SELECT value FROM json_each(?)) AND folded <> '' ORDER BY folded`,
    )
  }

  /** Ranks of at least these texts, by id, from 1, equal ones for equal texts; 0 for none and for an empty one. */
  ranks(wanted: ReadonlySet<number>, size: number): Uint32Array {
    const fresh = [...wanted].filter((id) => !this.#known.has(id))
    const isInserted = fresh.length <= mostInserted && fresh.every((id) => this.#insert(id))
    if (!isInserted) this.#orderAll(wanted)
    const ranks = new Uint32Array(size)
    let rank = 0
    this.#ids.forEach((id, index) => {
      rank += this.#steps[index] ?? 0
      ranks[id] = rank
    })
    return ranks
  }

  #orderAll(wanted: ReadonlySet<number>): void {
    const rows = this.#inOrder.all(JSON.stringify([...wanted]))
    this.#ids = rows.map((row) => Number(row[0]))
    this.#steps = rows.map((row) => Number(row[1]))
    this.#known = new Set(wanted)
  }

  /** False where one of the texts that it is held against is kept no more. */
  #insert(id: number): boolean {
    this.#known.add(id)
    const text = this.#text(id)
    if (text === undefined || text.length === 0) return true
    let low = 0
    let high = this.#ids.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#text(this.#ids[middle] ?? 0)
      if (other === undefined) return false
      if (Buffer.compare(other, text) < 0) low = middle + 1
      else high = middle
    }
    const next = this.#text(this.#ids[low] ?? 0)
    const isSame = next !== undefined && Buffer.compare(next, text) === 0
    this.#ids.splice(low, 0, id)
    this.#steps.splice(low, 0, 1)
    if (isSame) this.#steps[low + 1] = 0
    return true
  }

  #text(id: number): Uint8Array | undefined {
    const [row] = this.#folded.all(id)
    const text = row?.[0]
    return text instanceof Uint8Array ? text : undefined
  }
}
