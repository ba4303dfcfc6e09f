import { LRUCache } from 'lru-cache'
import type { IndexMemory } from '../columns/index-memory.ts'
import { ZoneClock } from '../policies/zone-clock.ts'
import type { Matching, MatchingSessions } from '../reader/matching-sessions.ts'
import type { StoredRows } from '../reader/stored-rows.ts'
import type { FailureQuestion } from '../store/session-store.ts'
import type { TimeRange } from './failure-days.ts'
import { GroupHistory } from './group-history.ts'
import type { GroupLookup } from './group-lookup.ts'
import { type GroupTally, tallyOf } from './group-tally.ts'
import { sessionsByGroup } from './sessions-by-group.ts'

interface Parts {
  readonly memory: IndexMemory
  readonly stored: StoredRows
  readonly sessions: MatchingSessions
  readonly lookup: GroupLookup
}

/** Selections whose groups are kept counted: what is sorted, narrowed by status and paged is one. */
const mostTallied = 8
const mostZones = 4
const oldestFirst = [{ field: 'creationTimeUTC', descending: false }]

/** What answers about failures are made from. One for as long as the index is open. */
export class FailureReading {
  readonly memory: IndexMemory
  readonly stored: StoredRows
  readonly lookup: GroupLookup
  readonly #sessions: MatchingSessions
  readonly #clocks = new LRUCache<string, ZoneClock>({ max: mostZones })
  readonly #tallies = new LRUCache<string, readonly GroupTally[]>({ max: mostTallied })
  #history: GroupHistory | undefined
  #revision = 0

  constructor({ memory, stored, sessions, lookup }: Parts) {
    this.memory = memory
    this.stored = stored
    this.lookup = lookup
    this.#sessions = sessions
  }

  /** The clock of a zone, by its IANA name. */
  clock(zone: string): ZoneClock {
    const known = this.#clocks.get(zone) ?? new ZoneClock(zone)
    this.#clocks.set(zone, known)
    return known
  }

  /** How the groups have fared over all history. */
  get history(): GroupHistory {
    this.#follow()
    this.#history ??= new GroupHistory(this.memory)
    return this.#history
  }

  /** The groups of the sessions that are meant and began within a range, counted. */
  tallies(selection: FailureQuestion, range: TimeRange): readonly GroupTally[] {
    const { key, order } = this.#find(selection, range)
    this.#follow()
    const known = this.#tallies.get(key)
    if (known) return known
    const byGroup = this.#byGroup(order)
    const tallies = byGroup.groups.map((group) => tallyOf(this.memory, group, byGroup.of(group)))
    this.#tallies.set(key, tallies)
    return tallies
  }

  /** One group among the sessions that are meant and began within a range. */
  tally(group: number, selection: FailureQuestion, range: TimeRange): GroupTally {
    const positions = this.#byGroup(this.#find(selection, range).order).of(group)
    return tallyOf(this.memory, group, positions)
  }

  #find(selection: FailureQuestion, { from, to }: TimeRange): Matching {
    const within = { from, to: to === Number.POSITIVE_INFINITY ? null : to }
    const meant = { ...selection, ...within, sort: oldestFirst }
    return this.#sessions.find(meant, this.memory.newestSeq)
  }

  #byGroup(positions: Uint32Array) {
    return sessionsByGroup(this.memory.columns, this.memory.failureGroups, positions)
  }

  #follow(): void {
    if (this.#revision === this.memory.revision) return
    this.#tallies.clear()
    this.#history = undefined
    this.#revision = this.memory.revision
  }
}
