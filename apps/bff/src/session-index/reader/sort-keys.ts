import type { DatabaseSync } from 'node:sqlite'
import { findField } from '@cdp-watch/em-filter'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { ranksOf } from './dense-ranks.ts'
import { noValue, type SessionValue, sortValue } from './sort-value.ts'
import { stableSort } from './stable-sort.ts'
import { StoredRanks } from './stored-ranks.ts'

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
  readonly #stored: StoredRanks
  readonly #known = new Map<string, SessionValue>()
  #textRanks: Uint32Array | undefined
  #revision = 0

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#stored = new StoredRanks(database, memory)
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
    const { columns } = this.#memory
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
        return byPosition(this.#stored.uids())
      case 'name':
        // A name begins with its policy's and ends with its start.
        return byPosition(
          this.#stored.names(stableSort(columns.byStart, this.keyOf('policyName'), false)),
        )
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
        this.#textRanks ??= this.#stored.texts()
        return this.#textRanks
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
}

function byPosition(ranks: Uint32Array): SessionValue {
  return (position) => ranks[position] ?? 0
}
