import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery } from '../columns/array-query.ts'
import { compareUnits } from '../columns/compare-units.ts'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { denseRanks } from './dense-ranks.ts'
import { PositionWalk } from './position-walk.ts'
import { TextRanks } from './text-ranks.ts'

/** Ranks by what is in the database alone. Those of names and UIDs are worked out anew when they are asked for. */
export class StoredRanks {
  readonly #memory: IndexMemory
  readonly #queries
  readonly #texts: TextRanks

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#texts = new TextRanks(database)
    const query = (sql: string) => new ArrayQuery(database, sql)
    this.#queries = {
      // `uid` has an index, so that this is a walk; names have none.
      uids: query('SELECT seq FROM sessions ORDER BY uid'),
      names: query('SELECT seq, name FROM sessions ORDER BY seq'),
    }
  }

  /** Of the texts that sessions are sorted by, by their ids; 0 for none. */
  texts(): Uint32Array {
    const { columns, textSets, newestText } = this.#memory
    const wanted = new Set<number>()
    for (const position of columns.byStart) {
      const message = columns.message[position] ?? 0
      const failureSet = columns.failureSet[position] ?? 0
      if (message !== 0) wanted.add(message)
      if (failureSet !== 0) wanted.add(textSets.first(failureSet))
    }
    return this.#texts.ranks(wanted, newestText + 1)
  }

  /** Of the UIDs of sessions, by position. */
  uids(): Uint32Array {
    const { columns } = this.#memory
    const ranks = new Uint32Array(columns.count)
    let rank = 0
    for (const row of this.#queries.uids.rows()) {
      const position = columns.positionOf(Number(row[0]))
      if (position < 0) continue
      ranks[position] = rank
      rank += 1
    }
    return ranks
  }

  /** Of the names of sessions, by position. `nearly`: all positions, as near to that order as is known. */
  names(nearly: Uint32Array): Uint32Array {
    const { columns } = this.#memory
    const names: string[] = []
    const walk = new PositionWalk(columns)
    for (const row of this.#queries.names.rows()) {
      const position = walk.next(Number(row[0]))
      if (position >= 0) names[position] = fold(String(row[1]))
    }
    const nameOf = (position: number) => names[position] ?? ''
    // Array's sort takes little more than one look at each where they are nearly in order.
    const ordered = Array.from(nearly).sort((a, b) => compareUnits(nameOf(a), nameOf(b)))
    return denseRanks(ordered, nameOf, columns.count)
  }
}
