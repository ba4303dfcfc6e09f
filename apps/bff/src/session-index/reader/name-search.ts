import type { DatabaseSync } from 'node:sqlite'
import { LRUCache } from 'lru-cache'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { PositionWalk } from './position-walk.ts'
import type { SliceRange } from './slice-range.ts'
import { TailPairs } from './tail-pairs.ts'
import { TrigramQuery } from './trigram-query.ts'

/** Between the policy's name and the time, in the name of a session. */
const joint = '@'

// Where a name begins with the joint, its tail does not tell whether the policy's name was cut off it.
const doubtfulName = `CASE WHEN instr(name, '${joint}') = 1 THEN name END`

const mostKept = 4

/** Where in a text the joint stands, but for its beginning. */
function jointsIn(text: string): number[] {
  return [...text.matchAll(new RegExp(joint, 'g'))].map(({ index }) => index).filter((at) => at > 0)
}

/** Finds sessions by their own names, of which the tables hold what is not the name of the policy: the tail. */
export class NameSearch {
  readonly #memory: IndexMemory
  readonly #pairs: TailPairs
  readonly #tails: TrigramQuery
  readonly #beginnings: TrigramQuery
  readonly #known = new LRUCache<string, { readonly named: Uint8Array | null }>({ max: mostKept })

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#pairs = new TailPairs(database, memory)
    this.#tails = new TrigramQuery(database, {
      indexed: `SELECT rowid FROM session_names
        WHERE session_names MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid`,
      scanned: `SELECT seq FROM sessions
        WHERE instr(tail, ?) > 0 AND seq BETWEEN ? AND ? ORDER BY seq`,
    })
    this.#beginnings = new TrigramQuery(database, {
      indexed: `SELECT seq, ${doubtfulName} FROM session_names
        JOIN sessions ON seq = session_names.rowid
        WHERE session_names MATCH ?1 AND session_names.rowid BETWEEN ?2 AND ?3
          AND instr(sessions.tail, ?4) = 1
        ORDER BY session_names.rowid`,
      scanned: `SELECT seq, ${doubtfulName} FROM sessions
        WHERE instr(tail, ?4) = 1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq`,
    })
  }

  /**
   * For each position within `range` 1 where the session's name contains what is wanted, which is
   * folded; null where none does.
   */
  find(wanted: string, range: SliceRange): Uint8Array | null {
    const isInTails = this.#pairs.mayContain(wanted)
    const joints = jointsIn(wanted).filter((at) => this.#pairs.mayContain(wanted.slice(at)))
    if (!isInTails && joints.length === 0) return null
    const key = [this.#memory.revision, range.first, range.last, wanted].join(' ')
    const known = this.#known.get(key)
    if (known) return known.named
    const { columns } = this.#memory
    const named = new Uint8Array(columns.count)
    if (isInTails) {
      const walk = new PositionWalk(columns)
      for (const row of this.#tails.rows(wanted, range.first, range.last)) {
        named[walk.next(Number(row[0]))] = 1
      }
    }
    for (const at of joints) {
      for (const position of this.#across(wanted, at, range)) named[position] = 1
    }
    const found = named.includes(1) ? named : null
    this.#known.set(key, { named: found })
    return found
  }

  /** Sessions whose name contains what is wanted with the end of the policy's name before offset `at`. */
  *#across(wanted: string, at: number, { first, last }: SliceRange): Generator<number> {
    const { columns, labels } = this.#memory
    const head = wanted.slice(0, at)
    const rest = wanted.slice(at)
    const policies = labels.truth((label) => label.folded.endsWith(head))
    if (!policies.includes(1)) return
    const walk = new PositionWalk(columns)
    for (const row of this.#beginnings.rows(rest, first, last, rest)) {
      const position = walk.next(Number(row[0]))
      const name = row[1]
      const contains =
        typeof name === 'string'
          ? fold(name).includes(wanted)
          : policies[columns.policy[position] ?? 0] === 1
      if (position >= 0 && contains) yield position
    }
  }
}
