import type { DatabaseSync } from 'node:sqlite'
import { findField } from '@cdp-watch/em-filter'
import { ArrayQuery } from '../columns/array-query.ts'
import { compareUnits } from '../columns/compare-units.ts'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { denseRanks, ranksOf } from './dense-ranks.ts'
import { PositionWalk } from './position-walk.ts'
import { noValue, type SessionValue, sortValue } from './sort-value.ts'
import { stableSort } from './stable-sort.ts'

/**
 * What sessions are sorted by, for each field: the fields of EM's query interface and those of
 * `ownSortFields`.
 *
 * Names and texts sort in any case, by the code units of what `fold` makes of them (failure texts by
 * code points); UIDs of sessions by their bytes. State and Result go by EM's ranks, words that EM does
 * not document after them; health goes worst first. What is not there sorts before everything, but a
 * session without an end after all that have ended. Keys hold for one data version, and are worked out
 * when they are first asked for.
 */
export class SortKeys {
  readonly #memory: IndexMemory
  readonly #queries
  readonly #known = new Map<string, SessionValue>()
  #textRanks: Uint32Array | undefined
  #revision = 0

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    const query = (sql: string) => new ArrayQuery(database, sql)
    this.#queries = {
      // `uid` has an index, so that this is a walk; names have none.
      uids: query('SELECT seq FROM sessions ORDER BY uid'),
      names: query('SELECT seq, name FROM sessions ORDER BY seq'),
      // An empty text sorts as none does.
      texts: query(
        `SELECT id, CASE folded WHEN '' THEN 0 ELSE dense_rank() OVER (ORDER BY folded) END FROM texts`,
      ),
    }
  }

  /** Throws a RangeError for a field that sessions are not sorted by. */
  keyOf(field: string): SessionValue {
    if (this.#revision !== this.#memory.revision) this.#forget()
    const keyOf = this.#known.get(field) ?? this.#workOut(field)
    this.#known.set(field, keyOf)
    return keyOf
  }

  #forget(): void {
    this.#known.clear()
    this.#textRanks = undefined
    this.#revision = this.#memory.revision
  }

  #workOut(field: string): SessionValue {
    const value = sortValue(this.#memory, field)
    switch (field) {
      case 'creationTimeUTC':
      case 'health':
      case 'vmsFailed':
        return value
      case 'endTimeUTC': {
        const later = this.#latest() + 1
        return (position) => (value(position) === noValue ? later : value(position))
      }
      case 'duration':
        return this.#duration()
      case 'uid':
        return this.#uids()
      case 'name':
        return this.#names()
      default: {
        const ranks = this.#ranks(field)
        return (position) => ranks[value(position)] ?? 0
      }
    }
  }

  /** Ranks by what `sortValue` gives. */
  #ranks(field: string): Uint32Array {
    const { labels } = this.#memory
    switch (field) {
      case 'state':
        return this.#wordRanks('State')
      case 'result':
        return this.#wordRanks('Result')
      case 'policyUid':
      case 'backupServerUid':
        return ranksOf(labels.list((label) => fold(label.uid)))
      case 'policyName':
      case 'backupServerName':
        return ranksOf(labels.list((label) => label.folded))
      default:
        return this.#textsRanked()
    }
  }

  #duration(): SessionValue {
    const { created, ended, isGone } = this.#memory.columns
    const latest = this.#latest()
    return (position) => {
      const start = created[position] ?? 0
      const end = ended[position] ?? Number.NaN
      if (Number.isNaN(end)) return isGone[position] === 1 ? 0 : latest - start
      return Math.max(0, end - start)
    }
  }

  /** The latest time that a session tells of, ms since 1970: until then the active ones have lasted at least. */
  #latest(): number {
    const { created, ended, byStart } = this.#memory.columns
    let latest = 0
    for (const position of byStart) {
      latest = Math.max(latest, created[position] ?? 0)
      const end = ended[position] ?? Number.NaN
      if (end > latest) latest = end
    }
    return latest
  }

  #wordRanks(fieldName: 'State' | 'Result'): Uint32Array {
    const ranked = findField('CdpReplicaSession', fieldName)?.values?.map(fold) ?? []
    const { words } = this.#memory
    return ranksOf(
      words.list((word) => {
        const rank = ranked.indexOf(fold(word))
        return rank < 0 ? `~${fold(word)}` : String(rank).padStart(2, '0')
      }),
    )
  }

  #textsRanked(): Uint32Array {
    if (this.#textRanks) return this.#textRanks
    const ranks = new Uint32Array(this.#memory.newestText + 1)
    for (const row of this.#queries.texts.rows()) ranks[Number(row[0])] = Number(row[1])
    this.#textRanks = ranks
    return ranks
  }

  #uids(): SessionValue {
    const { columns } = this.#memory
    const ranks = new Uint32Array(columns.count)
    let rank = 0
    for (const row of this.#queries.uids.rows()) {
      const position = columns.positionOf(Number(row[0]))
      if (position < 0) continue
      ranks[position] = rank
      rank += 1
    }
    return (position) => ranks[position] ?? 0
  }

  /** A name begins with its policy's and ends with its start: sorted by these first, the names nearly are in order. */
  #names(): SessionValue {
    const { columns } = this.#memory
    const names: string[] = []
    const walk = new PositionWalk(columns)
    for (const row of this.#queries.names.rows()) {
      const position = walk.next(Number(row[0]))
      if (position >= 0) names[position] = fold(String(row[1]))
    }
    const nameOf = (position: number) => names[position] ?? ''
    const nearly = stableSort(columns.byStart, this.keyOf('policyName'), false)
    // Array's sort takes little more than one look at each where they are nearly in order.
    const ordered = Array.from(nearly).sort((a, b) => compareUnits(nameOf(a), nameOf(b)))
    const ranks = denseRanks(ordered, nameOf, columns.count)
    return (position) => ranks[position] ?? 0
  }
}
