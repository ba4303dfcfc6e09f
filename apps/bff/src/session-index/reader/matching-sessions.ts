import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Facets } from '@cdp-watch/contract'
import { LRUCache } from 'lru-cache'
import type { IndexMemory } from '../columns/index-memory.ts'
import { firstAtOrAfter } from '../columns/start-order.ts'
import type { GroupLookup } from '../failure-groups/group-lookup.ts'
import type { Selection } from '../store/session-store.ts'
import { type FacetChoices, facetChoices } from './facet-choices.ts'
import { facetsOf } from './facets.ts'
import { FilterCompiler } from './filter-predicate.ts'
import { byTruth, every, type Predicate } from './predicate.ts'
import { type ScanResult, scan } from './scan.ts'
import { SliceRange } from './slice-range.ts'
import { SortKeys } from './sort-keys.ts'
import { sortOrder } from './sort-order.ts'
import { TextSearch } from './text-search.ts'

/** Bytes of results that are kept, so that a page or a jump of the scroll bar does not look at all sessions again. */
const mostKept = 5_000_000
/** About, of one that holds no session. */
const ownBytes = 1000
const mostFacets = 100

/** The sessions that a selection means. */
export interface Matching extends ScanResult {
  /** `matching` in the order that is asked for. */
  readonly order: Uint32Array
  readonly choices: FacetChoices
  /** Of the selection and the horizon. */
  readonly key: string
}

/** Finds the sessions that are meant. One for as long as the index is open. */
export class MatchingSessions {
  readonly sortKeys: SortKeys
  readonly #memory: IndexMemory
  readonly #groups: GroupLookup
  readonly #textSearch: TextSearch
  readonly #filters: FilterCompiler
  readonly #known = new LRUCache<string, Matching>({
    maxSize: mostKept,
    sizeCalculation: ({ matching, order, counts, failures }) =>
      ownBytes + matching.byteLength + order.byteLength + counts.byteLength + failures.byteLength,
  })
  readonly #facets = new LRUCache<string, Facets>({ max: mostFacets })
  #revision = 0
  /** Where positions are noted during a scan: made anew each time, it would cost more than the scan. */
  #room = new Uint32Array()

  constructor(database: DatabaseSync, memory: IndexMemory, groups: GroupLookup) {
    this.sortKeys = new SortKeys(database, memory)
    this.#groups = groups
    this.#memory = memory
    this.#textSearch = new TextSearch(database, memory)
    this.#filters = new FilterCompiler(database, memory)
  }

  /** The sessions that are meant and whose `seq` is at most `horizon`. Throws a RangeError for a bad filter or sort. */
  find(selection: Selection, horizon: number): Matching {
    if (this.#revision !== this.#memory.revision) this.#forget()
    const key = `${horizon} ${digestOf(selection)}`
    const known = this.#known.get(key)
    if (known) return known
    const found = this.#find(selection, horizon, key)
    this.#known.set(key, found)
    return found
  }

  #forget(): void {
    this.#known.clear()
    this.#facets.clear()
    this.#revision = this.#memory.revision
  }

  #find(selection: Selection, horizon: number, key: string): Matching {
    const { columns } = this.#memory
    const choices = facetChoices(selection, this.#memory)
    const slice = this.#slice(selection)
    const horizonPosition = columns.firstAfter(horizon)
    const range = new SliceRange(columns, slice)
    const { text } = selection
    const plan = {
      slice,
      horizonPosition,
      choices,
      text: text === '' ? undefined : this.#textSearch.find(text, range),
      filter: this.#filter(selection, range),
    }
    if (this.#room.length < slice.length) this.#room = new Uint32Array(columns.count)
    const result = scan(columns, plan, this.#room)
    const order = sortOrder(result.matching, columns.created, selection.sort, (field) =>
      this.sortKeys.keyOf(field),
    )
    return { ...result, order, choices, key }
  }

  /** The positions within the selection's time, oldest start first. */
  #slice({ from, to }: Selection): Uint32Array {
    const { byStart, created } = this.#memory.columns
    const start = from === null ? 0 : firstAtOrAfter(byStart, created, from)
    const end = to === null ? byStart.length : firstAtOrAfter(byStart, created, to)
    return byStart.subarray(start, Math.max(start, end))
  }

  /** The facets of what `find` gave. */
  facets(matching: Matching, facetText: string): Facets {
    const key = `${matching.key} ${facetText}`
    const known = this.#facets.get(key)
    if (known) return known
    const facets = facetsOf(this.#memory, matching, matching.choices, facetText)
    this.#facets.set(key, facets)
    return facets
  }

  #filter({ filter, failures }: Selection, range: SliceRange): Predicate | undefined {
    if (filter === undefined && failures.length === 0) return undefined
    return every([
      ...(failures.length === 0 ? [] : [this.#withFailure(failures)]),
      ...(filter === undefined ? [] : [this.#filters.predicate(filter, range)]),
    ])
  }

  /** An id that there is none of lets nothing through. */
  #withFailure(ids: readonly string[]): Predicate {
    const found = ids.map((id) => this.#groups.find(id)?.group ?? 0)
    const sets = this.#memory.failureGroups.setsWith(new Set(found))
    return byTruth(this.#memory.columns.failureSet, sets)
  }
}

/** Tells selections apart. */
export function digestOf(selection: Selection): string {
  const told = JSON.stringify([
    selection.from,
    selection.to,
    selection.states,
    selection.results,
    selection.healths,
    selection.policyUids,
    selection.backupServerUids,
    selection.failures,
    selection.text,
    selection.filter ?? null,
    selection.sort.map(({ field, descending }) => [field, descending]),
  ])
  return createHash('sha256').update(told).digest('base64url').slice(0, 22)
}
