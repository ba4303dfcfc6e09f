import type { DatabaseSync } from 'node:sqlite'
import { LRUCache } from 'lru-cache'
import { Bits } from '../columns/bits.ts'
import type { IndexMemory } from '../columns/index-memory.ts'
import { fold } from '../store/fold.ts'
import { NameSearch } from './name-search.ts'
import type { SliceRange } from './slice-range.ts'
import { TextsContaining } from './texts-containing.ts'

/** Bytes of what was found: people search for one text in many ways. */
const mostKept = 5_000_000

/** What contains a text, by its id. */
interface Found {
  readonly texts: Bits
  readonly sets: Uint8Array
  readonly labels: Uint8Array
}

const nothing: Found = {
  texts: new Bits(1),
  sets: new Uint8Array(1),
  labels: new Uint8Array(1),
}

/** What contains a text that is searched for: 1, else 0. */
export interface TextHits {
  /** By the id of a set of texts. */
  readonly sets: Uint8Array
  /** By the id of a label. */
  readonly labels: Uint8Array
  /** By the position of a session; null where no name of a session contains it. */
  readonly named: Uint8Array | null
}

/** Finds that by which sessions contain a text, in any case. One for as long as the index is open. */
export class TextSearch {
  readonly #memory: IndexMemory
  readonly #names: NameSearch
  readonly #texts: TextsContaining
  /** What never changes once it is there is looked through once for each text. */
  readonly #found = new LRUCache<string, Found>({
    maxSize: mostKept,
    sizeCalculation: ({ texts, sets, labels }) =>
      texts.byteLength + sets.byteLength + labels.byteLength,
  })

  constructor(database: DatabaseSync, memory: IndexMemory) {
    this.#memory = memory
    this.#names = new NameSearch(database, memory)
    this.#texts = new TextsContaining(database)
  }

  /**
   * What contains the text, both as `fold` makes them: failure texts and names of VMs, names of policies
   * and of backup servers, and names of sessions, these only within `range`.
   */
  find(text: string, range: SliceRange): TextHits {
    const wanted = fold(text)
    const { sets, labels } = this.#find(wanted)
    return { sets, labels, named: this.#names.find(wanted, range) }
  }

  #find(wanted: string): Found {
    const { newestText, textSets, labels } = this.#memory
    const known = this.#found.get(wanted) ?? nothing
    const isCurrent =
      known.texts.size === newestText + 1 &&
      known.sets.length === textSets.newest + 1 &&
      known.labels.length === labels.newest + 1
    if (isCurrent) return known
    const texts = new Bits(newestText + 1, known.texts)
    this.#texts.add(wanted, texts, known.texts.size - 1)
    const found = {
      texts,
      sets: textSets.truth(texts),
      labels: labels.truth((label) => label.folded.includes(wanted)),
    }
    this.#found.set(wanted, found)
    return found
  }
}
