import type { DatabaseSync } from 'node:sqlite'
import type {
  FailuresAnswer,
  IndexedSession,
  IndexedSessionsAnswer,
  PoliciesQuery,
  PoliciesStatusAnswer,
  SessionDetail,
} from '@cdp-watch/contract'
import { Kysely } from 'kysely'
import { columnsFile } from '../../data-files.ts'
import { ColumnsFile } from '../columns/columns-file.ts'
import { IndexMemory } from '../columns/index-memory.ts'
import { failureDetail } from '../failure-groups/failure-detail.ts'
import { FailureReading } from '../failure-groups/failure-reading.ts'
import { failuresAnswer } from '../failure-groups/failures-answer.ts'
import { GroupLookup } from '../failure-groups/group-lookup.ts'
import { overviewAnswer } from '../overview/overview-answer.ts'
import { type Standing, standingOf } from '../overview/standing.ts'
import { policiesAnswer } from '../policies/policies-answer.ts'
import type { PoliciesView } from '../policies/policies-view.ts'
import { StatusCache } from '../policies/status-cache.ts'
import { readSchemaVersion } from '../store/migrate.ts'
import { createDialect } from '../store/node-sqlite-dialect.ts'
import { openDatabase } from '../store/open-database.ts'
import type {
  FailureFinding,
  FailureQuestion,
  FailuresQuestion,
  IndexReader,
  OverviewOfIndex,
  OverviewQuestion,
  Selection,
  SessionsQuestion,
} from '../store/session-store.ts'
import { MatchingSessions } from './matching-sessions.ts'
import { policiesView } from './policies-view.ts'
import { sessionDetail } from './session-detail.ts'
import { sessionRows } from './session-rows.ts'
import { sessionsAnswer } from './sessions-answer.ts'
import { StoredRows } from './stored-rows.ts'

/** Where the index is, and the IANA name of the zone by whose clock policies are scheduled. */
export interface IndexReaderSetup {
  readonly dataDir: string
  readonly scheduleZone: string
  /** After so many new or changed rows the columns are saved for the next start; at its end after a tenth of them. */
  readonly saveEvery?: number
  /** Is told that they could not be saved, which costs the next start time and nothing else. */
  readonly onUnsaved?: (error: unknown) => void
}

/** Opens the index in a data folder to read it, and reads it into memory. Throws IndexUnusable. */
export function openIndexReader(setup: IndexReaderSetup): SqliteIndexReader {
  return new SqliteIndexReader(openDatabase(setup.dataDir, 'read'), setup)
}

/**
 * Reads the index from SQLite: what is filtered, sorted and counted by from memory, the rest row by
 * row. The work itself is synchronous: one answer is done before the next begins.
 */
export class SqliteIndexReader implements IndexReader {
  readonly #database: DatabaseSync
  readonly #scheduleZone: string
  readonly #memory: IndexMemory
  readonly #stored: StoredRows
  readonly #sessions: MatchingSessions
  readonly #failures: FailureReading
  readonly #policyStatuses = new StatusCache()
  readonly #saveEvery: number
  readonly #onUnsaved: (error: unknown) => void

  constructor(
    database: DatabaseSync,
    { dataDir, scheduleZone, saveEvery = 50_000, onUnsaved = () => {} }: IndexReaderSetup,
  ) {
    this.#database = database
    this.#scheduleZone = scheduleZone
    this.#saveEvery = saveEvery
    this.#onUnsaved = onUnsaved
    const saved = new ColumnsFile(columnsFile(dataDir), readSchemaVersion(database))
    this.#memory = new IndexMemory(database, saved)
    this.#stored = new StoredRows(database, new Kysely({ dialect: createDialect(database) }))
    const lookup = new GroupLookup(database, this.#memory)
    this.#sessions = new MatchingSessions(database, this.#memory, lookup)
    this.#failures = new FailureReading({
      memory: this.#memory,
      stored: this.#stored,
      sessions: this.#sessions,
      lookup,
    })
    this.#memory.refresh()
  }

  /** The data version that it reads. */
  get dataVersion(): number {
    return this.#memory.dataVersion
  }

  async refresh(): Promise<number> {
    this.#memory.refresh()
    this.#saveAfter(this.#saveEvery)
    return this.dataVersion
  }

  async sessions(question: SessionsQuestion): Promise<Omit<IndexedSessionsAnswer, 'asOf'>> {
    return sessionsAnswer(this.#memory, this.#stored, this.#sessions, question)
  }

  async sessionNumbers(selection: Selection): Promise<Float64Array> {
    const { order } = this.#sessions.find(selection, this.#memory.newestSeq)
    const { seq } = this.#memory.columns
    return Float64Array.from(order, (position) => seq[position] ?? 0)
  }

  async rows(numbers: Float64Array): Promise<IndexedSession[]> {
    const { columns } = this.#memory
    const positions = Array.from(numbers, (seq) => columns.positionOf(seq))
    const present = positions.filter((position) => columns.counts(position))
    return sessionRows(this.#memory, this.#stored, Uint32Array.from(present))
  }

  async session(uid: string): Promise<Omit<SessionDetail, 'asOf'> | null> {
    return sessionDetail(this.#failures, this.#scheduleZone, uid)
  }

  async policies(query: PoliciesQuery, now: number): Promise<Omit<PoliciesStatusAnswer, 'asOf'>> {
    return policiesAnswer(this.#policiesView(), query, now)
  }

  async overview(question: OverviewQuestion, now: number): Promise<OverviewOfIndex> {
    return overviewAnswer(
      { view: this.#policiesView(), failures: this.#failures, sessions: this.#sessions },
      question,
      now,
    )
  }

  async standing(now: number): Promise<Standing> {
    return standingOf(this.#policiesView(), now)
  }

  async failures(question: FailuresQuestion, now: number): Promise<Omit<FailuresAnswer, 'asOf'>> {
    return failuresAnswer(this.#failures, question, now)
  }

  async failureGroup(id: string, question: FailureQuestion, now: number): Promise<FailureFinding> {
    return failureDetail(this.#failures, id, question, now)
  }

  async close(): Promise<void> {
    this.#saveAfter(this.#saveEvery / 10)
    this.#database.close()
  }

  #saveAfter(rows: number): void {
    if (this.#memory.unsavedRows <= rows) return
    try {
      this.#memory.save()
    } catch (error) {
      this.#onUnsaved(error)
    }
  }

  #policiesView(): PoliciesView {
    return policiesView(this.#memory, this.#stored, {
      scheduleZone: this.#scheduleZone,
      cache: this.#policyStatuses,
    })
  }
}
