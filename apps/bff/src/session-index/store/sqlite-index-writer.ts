import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { currentGrouping, type Grouping } from '../../failures/grouping.ts'
import { BackupServerWriting } from './backup-server-writing.ts'
import { Facts } from './facts.ts'
import { FailureGrouping } from './failure-grouping.ts'
import { Interning } from './interning.ts'
import { lastByUid } from './last-by-uid.ts'
import { millisecondsOf } from './milliseconds.ts'
import { createDialect } from './node-sqlite-dialect.ts'
import { openDatabase } from './open-database.ts'
import { PolicyWriting } from './policy-writing.ts'
import { PositionReading } from './position-reading.ts'
import { Pruning } from './pruning.ts'
import { Regrouping } from './regrouping.ts'
import { SessionFailures } from './session-failures.ts'
import { SessionNames } from './session-names.ts'
import type {
  Applied,
  IndexChanges,
  IndexPosition,
  IndexProgress,
  IndexWriter,
} from './session-store.ts'
import { SessionWriting } from './session-writing.ts'
import { Settling } from './settling.ts'
import { inWords } from './sqlite-failure.ts'
import { Sweep } from './sweep.ts'
import type { Tables } from './tables.ts'
import { TaskWriting } from './task-writing.ts'
import { Touched } from './touched.ts'
import { inTransaction } from './transaction.ts'

/**
 * Opens the index in a data folder to write it, and makes it where it is missing. `now`: ms since 1970,
 * for changes that come without a time of EM's. Throws IndexUnusable, as its methods reject with it.
 */
export function openSqliteIndexWriter(
  dataDir: string,
  now: () => number = Date.now,
  grouping: Grouping = currentGrouping,
): SqliteIndexWriter {
  return new SqliteIndexWriter(openDatabase(dataDir, 'write'), now, grouping)
}

/** Writes the index to SQLite. The work itself is synchronous: one call is done before the next begins. */
class SqliteIndexWriter implements IndexWriter {
  readonly #database: DatabaseSync
  readonly #now: () => number
  readonly #interning: Interning
  readonly #facts: Facts
  readonly #sessions: SessionWriting
  readonly #tasks: TaskWriting
  readonly #settling: Settling
  readonly #policies: PolicyWriting
  readonly #servers: BackupServerWriting
  readonly #position: PositionReading
  readonly #pruning: Pruning
  readonly #sweep: Sweep
  readonly #grouping: FailureGrouping
  readonly #regrouping: Regrouping

  constructor(database: DatabaseSync, now: () => number, grouping: Grouping) {
    const db = new Kysely<Tables>({ dialect: createDialect(database) })
    this.#database = database
    this.#now = now
    this.#interning = new Interning(database, db)
    this.#facts = new Facts(database, db)
    this.#grouping = new FailureGrouping(database, db, this.#interning, grouping)
    this.#sessions = new SessionWriting(database, db, this.#interning, this.#grouping)
    this.#tasks = new TaskWriting(database, db, this.#interning)
    const names = new SessionNames(database, db)
    this.#settling = new Settling(database, db, {
      interning: this.#interning,
      tasks: this.#tasks,
      names,
      grouping: this.#grouping,
      failures: new SessionFailures(database, db, this.#interning),
    })
    this.#regrouping = new Regrouping(database, db, {
      facts: this.#facts,
      grouping: this.#grouping,
      names,
    })
    this.#policies = new PolicyWriting(database, db)
    this.#servers = new BackupServerWriting(database, db)
    this.#position = new PositionReading(database, db, this.#facts)
    this.#pruning = new Pruning(database, db)
    this.#sweep = new Sweep(database, db, this.#interning, this.#grouping)
    this.#transaction((touched) => {
      this.#facts.set('run_before', this.#facts.get('run') ?? 0)
      this.#facts.set('run', randomInt(1, 2 ** 48 - 1))
      this.#regrouping.begin(touched)
      return {}
    })
  }

  async progress(): Promise<IndexProgress> {
    return inWords(this.#database, () => this.#position.progress())
  }

  /** Rows by table, of those that grow or that people ask for; a walk over each. */
  rowCounts(): Record<string, number> {
    const tables = ['sessions', 'tasks', 'texts', 'policies', 'backup_servers']
    const count = (table: string) =>
      Number(this.#database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows)
    return Object.fromEntries(tables.map((table) => [table, count(table)]))
  }

  async position(): Promise<IndexPosition> {
    return inWords(this.#database, () => this.#position.read())
  }

  async sessionsWantingTasks(limit: number): Promise<readonly string[]> {
    return inWords(this.#database, () => this.#position.wantingTasks(limit))
  }

  async apply(changes: IndexChanges): Promise<Applied> {
    return this.#transaction((touched) => {
      this.#takeSessions(changes, touched)
      this.#takeTasks(changes, touched)
      for (const [seq, news] of touched.unsettled()) {
        this.#settling.settle(seq, { kind: news }, touched)
      }
      const at = changes.readAtEm ?? this.#now()
      if (changes.policies) this.#policies.take(changes.policies, at, touched)
      if (changes.backupServers) this.#servers.take(changes.backupServers, at, touched)
      this.#noteProgress(changes, touched)
      return { added: touched.added.size, changed: touched.changed.size }
    })
  }

  async prune(before: number, limit: number): Promise<number> {
    const { forgotten } = this.#transaction((touched) => {
      this.#facts.raise('pruned_before', before)
      const forgotten = this.#pruning.forget(before, limit)
      if (forgotten > 0) touched.seen()
      else this.#sweep.step(limit)
      return { forgotten }
    })
    return forgotten
  }

  async regroup(limit: number): Promise<number> {
    const { left } = this.#transaction((touched) => ({
      left: this.#regrouping.step(limit, touched),
    }))
    return left
  }

  async close(): Promise<void> {
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      this.#database.close()
    }
  }

  #takeSessions(changes: IndexChanges, touched: Touched): void {
    const prunedBefore = this.#facts.get('pruned_before') ?? Number.NEGATIVE_INFINITY
    const sessions = lastByUid(changes.sessions)
    for (const session of sessions) this.#sessions.take(session, prunedBefore, touched)
    const present = new Set(sessions.map(({ uid }) => uid))
    for (const uid of changes.goneSessions ?? []) {
      if (!present.has(uid)) this.#sessions.lose(uid, touched)
    }
    const newestStart = sessions.reduce(
      (newest, { creationTimeUTC }) => Math.max(newest, millisecondsOf(creationTimeUTC)),
      Number.NEGATIVE_INFINITY,
    )
    if (sessions.length > 0) this.#facts.raise('newest_start', newestStart)
  }

  #takeTasks(changes: IndexChanges, touched: Touched): void {
    const final = new Map(changes.finalTasks?.map((one) => [one.sessionUid, one.tasks]))
    const tasks = lastByUid(changes.tasks).filter(
      ({ policySessionUid }) => policySessionUid === null || !final.has(policySessionUid),
    )
    const newestEnd = this.#tasks.take(tasks, touched)
    if (newestEnd !== null) this.#facts.raise('newest_task_end', newestEnd)
    const present = new Set(tasks.map(({ uid }) => uid))
    for (const uid of changes.goneTasks ?? []) {
      if (!present.has(uid)) this.#tasks.lose(uid, touched)
    }
    for (const [uid, all] of final) {
      const session = this.#tasks.session(uid)
      if (session === undefined) continue
      const latest = lastByUid(all)
      if (latest.length > 0) this.#tasks.replace(session, latest, touched)
      else this.#tasks.close(session, touched)
      this.#settling.settle(session.seq, { kind: 'all-tasks', tasks: latest }, touched)
    }
  }

  #noteProgress({ filledBackTo, isFilled, readAtEm }: IndexChanges, touched: Touched): void {
    if (filledBackTo !== undefined) this.#facts.set('filled_back_to', filledBackTo)
    if (isFilled !== undefined) this.#facts.set('is_filled', Number(isFilled))
    if (readAtEm === undefined) return
    const before = this.#facts.get('read_at_em') ?? 0
    // A policy goes missing as time passes, with nothing new from EM but that it was asked.
    if (quarterOf(readAtEm) !== quarterOf(before)) touched.seen()
    this.#facts.set('read_at_em', readAtEm)
  }

  /** One transaction, which makes the next data version if people can see a difference. */
  #transaction<T extends object>(work: (touched: Touched) => T): T & { dataVersion: number } {
    try {
      return inWords(this.#database, () => inTransaction(this.#database, () => this.#count(work)))
    } catch (error) {
      this.#interning.forgetAll()
      this.#grouping.forgetAll()
      throw error
    }
  }

  #count<T extends object>(work: (touched: Touched) => T): T & { dataVersion: number } {
    const before = this.#facts.dataVersion
    const touched = new Touched(before + 1)
    const result = work(touched)
    if (touched.isVisible) this.#facts.set('data_version', touched.version)
    return { ...result, dataVersion: touched.isVisible ? touched.version : before }
  }
}

function quarterOf(ms: number): number {
  return Math.floor(ms / (15 * 60_000))
}
