import type { DatabaseSync } from 'node:sqlite'
import { LRUCache } from 'lru-cache'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { NameSearch } from './name-search.ts'
import { byTruth, type Predicate, some } from './predicate.ts'
import type { SeqRange } from './seq-range.ts'
import { TrigramQuery } from './trigram-query.ts'

/** People search for one text in many ways. */
const mostKept = 32

/** Of each thing, by its id, whether it contains a text. */
interface Found {
  readonly texts: Uint8Array
  readonly sets: Uint8Array
  readonly labels: Uint8Array
}

const nothing: Found = {
  texts: new Uint8Array(1),
  sets: new Uint8Array(1),
  labels: new Uint8Array(1),
}

/** Finds the sessions in which a text occurs, in any case. One for as long as the index is open. */
export class TextSearch {
  readonly #memory: IndexMemory
  readonly #names: NameSearch
  readonly #texts: TrigramQuery
  /** What never changes once it is there is looked through once for each text. */
  readonly #found = new LRUCache<string, Found>({ max: mostKept })

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#names = new NameSearch(database, memory)
    this.#texts = new TrigramQuery(database, {
      indexed: 'SELECT rowid FROM texts_search WHERE texts_search MATCH ? AND rowid > ?',
      scanned: 'SELECT id FROM texts WHERE instr(folded, ?) > 0 AND id > ?',
    })
  }

  /**
   * Passes the sessions where one of the failure texts, or the name, or the name of the policy, of the
   * backup server or of a VM contains the text, both as `fold` makes them. Only sessions within `range`
   * are looked for by their own names.
   */
  predicate(text: string, range: SeqRange): Predicate {
    const wanted = fold(text)
    const { columns } = this.#memory
    const { sets, labels } = this.#find(wanted)
    const named = this.#names.find(wanted, range)
    return some([
      byTruth(columns.failureSet, sets),
      byTruth(columns.policy, labels),
      byTruth(columns.vmSet, sets),
      byTruth(columns.server, labels),
      ...(named === null ? [] : [(position: number) => named[position] === 1]),
    ])
  }

  #find(wanted: string): Found {
    const { newestText, textSets, labels } = this.#memory
    const known = this.#found.get(wanted) ?? nothing
    const isCurrent =
      known.texts.length === newestText + 1 &&
      known.sets.length === textSets.newest + 1 &&
      known.labels.length === labels.newest + 1
    if (isCurrent) return known
    const texts = new Uint8Array(newestText + 1)
    texts.set(known.texts)
    for (const row of this.#texts.rows(wanted, known.texts.length - 1)) texts[Number(row[0])] = 1
    const found = {
      texts,
      sets: textSets.truth(texts),
      labels: labels.truth((label) => label.folded.includes(wanted)),
    }
    this.#found.set(wanted, found)
    return found
  }
}
