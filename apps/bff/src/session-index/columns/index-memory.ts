import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery, type ArrayRow } from './array-query.ts'
import { ColumnSet } from './column-set.ts'
import type { ColumnsFile } from './columns-file.ts'
import { FailureGroups } from './failure-groups.ts'
import { Labels } from './labels.ts'
import { columnRow, sessionQuery } from './session-query.ts'
import { TaskFailures } from './task-failures.ts'
import { TextSets } from './text-sets.ts'
import { Words } from './words.ts'

function prepareQueries(database: DatabaseSync) {
  const query = (sql: string) => new ArrayQuery(database, sql)
  return {
    facts: query('SELECT name, value FROM facts'),
    words: query('SELECT id, word FROM words WHERE id > ? ORDER BY id'),
    labels: query('SELECT id, kind, uid, name FROM labels WHERE id > ? ORDER BY id'),
    newestText: query("SELECT seq FROM sqlite_sequence WHERE name = 'texts'"),
    newestSeq: query("SELECT seq FROM sqlite_sequence WHERE name = 'sessions'"),
    textSets: query('SELECT id, members FROM text_sets WHERE id > ? ORDER BY id'),
    groups: query('SELECT id, group_id FROM failure_groups WHERE id > ? ORDER BY id'),
    textGroups: query('SELECT text, failure_group FROM text_groups WHERE version > ?'),
    allFailures: query('SELECT session, members FROM session_failures'),
    newFailures: query('SELECT session, members FROM session_failures WHERE version > ?'),
    countRows: query('SELECT count(*) FROM sessions WHERE created >= ?'),
    // The plus keeps SQLite from going by the index on `created`, which takes longer than reading all.
    someRows: query(`${sessionQuery} WHERE seq > ? AND +created >= ? ORDER BY seq LIMIT 1000`),
    // Here one makes it go by the index on `version`, rather than through all in the order wanted.
    newRows: query(`${sessionQuery} WHERE version > ? ORDER BY +seq`),
  }
}

/** What of the index is kept in memory: columns and dictionaries, all of one data version. */
export class IndexMemory {
  readonly words = new Words()
  readonly labels = new Labels()
  readonly #database: DatabaseSync
  readonly #saved: ColumnsFile
  readonly #queries: ReturnType<typeof prepareQueries>
  #columns = new ColumnSet()
  #textSets = new TextSets()
  #failureGroups = new FailureGroups()
  #taskFailures = new TaskFailures()
  #dataVersion = 0
  #revision = 0
  #prunedBefore = 0
  #readAtEm: number | null = null
  #regrouping: number | null = null
  #grouping: number | null = null
  #newestText = 0
  #newestSeq = 0
  #run = 0
  /** Rows that were taken in since the columns were saved. */
  #unsavedRows = 0

  /** Holds nothing until `refresh`. `saved`: where columns may have been saved, and are to be. */
  constructor(database: DatabaseSync, saved: ColumnsFile) {
    this.#database = database
    this.#saved = saved
    this.#queries = prepareQueries(database)
  }

  get columns(): ColumnSet {
    return this.#columns
  }

  get textSets(): TextSets {
    return this.#textSets
  }

  get failureGroups(): FailureGroups {
    return this.#failureGroups
  }

  get taskFailures(): TaskFailures {
    return this.#taskFailures
  }

  get dataVersion(): number {
    return this.#dataVersion
  }

  /** Counts the refreshes that brought something: positions and what is at them hold for one. */
  get revision(): number {
    return this.#revision
  }

  /** When EM was last read in full, ms since 1970 by EM's clock; null before the first time. */
  get readAtEm(): number | null {
    return this.#readAtEm
  }

  /** The share of the history that is grouped by this version of the grouping, 0 to 1; null once all is. */
  get regrouping(): number | null {
    return this.#regrouping
  }

  /** The version of the grouping by which the history is, or is being, grouped; null before it began. */
  get grouping(): number | null {
    return this.#grouping
  }

  /** The greatest `seq` that a session has had. */
  get newestSeq(): number {
    return this.#newestSeq
  }

  /** The greatest id that a text has had; there may be greater ones by now, which no session here has. */
  get newestText(): number {
    return this.#newestText
  }

  /** How many rows a start would have to read anew, as they are not among those that were saved. */
  get unsavedRows(): number {
    return this.#unsavedRows
  }

  /** Saves what it holds for the next start. Throws where the disk does. */
  save(): void {
    this.#saved.write(this, { run: this.#run, dataVersion: this.#dataVersion })
    this.#unsavedRows = 0
  }

  /** Takes in what was committed since the last time. True where anything has changed. */
  refresh(): boolean {
    // One transaction, so that rows and the dictionaries that they refer to are of one state.
    this.#database.exec('BEGIN')
    try {
      return this.#refresh()
    } finally {
      this.#database.exec('COMMIT')
    }
  }

  #refresh(): boolean {
    const facts = new Map(
      [...this.#queries.facts.rows()].map((row) => [String(row[0]), Number(row[1])] as const),
    )
    this.#run = facts.get('run') ?? 0
    this.#readAtEm = facts.get('read_at_em') ?? null
    this.#grouping = facts.get('grouping') ?? null
    this.#regrouping = shareGrouped(facts.get('grouped_to') ?? 0, facts.get('grouped_until') ?? 0)
    const dataVersion = facts.get('data_version') ?? 0
    const prunedBefore = facts.get('pruned_before') ?? 0
    if (dataVersion === this.#dataVersion && prunedBefore === this.#prunedBefore) return false
    for (const row of this.#queries.words.rows(this.words.newest)) {
      this.words.add(Number(row[0]), String(row[1]))
    }
    for (const row of this.#queries.labels.rows(this.labels.newest)) {
      const kind = row[1] === 'policy' ? 'policy' : 'server'
      this.labels.add(Number(row[0]), kind, String(row[2]), String(row[3]))
    }
    const isFirst = this.#columns.count === 0
    const since = isFirst ? this.#readSaved(facts, dataVersion) : this.#dataVersion
    for (const row of this.#queries.textSets.rows(this.textSets.newest)) {
      this.textSets.add(Number(row[0]), String(row[1]))
    }
    for (const row of this.#queries.groups.rows(this.failureGroups.newest)) {
      this.failureGroups.add(Number(row[0]), String(row[1]))
    }
    for (const row of this.#queries.textGroups.rows(since)) {
      this.failureGroups.assign(Number(row[0]), Number(row[1]))
    }
    this.#newestText = this.#queries.newestText.number()
    this.failureGroups.follow(this.textSets, this.#newestText)
    this.#newestSeq = this.#queries.newestSeq.number()
    if (this.#columns.count > 0) this.#readNew(since, prunedBefore)
    else this.#readAll(prunedBefore)
    if (this.#columns.isOutdated()) this.#readAll(prunedBefore)
    this.labels.renew(this.#columns)
    this.#dataVersion = dataVersion
    this.#prunedBefore = prunedBefore
    this.#revision += 1
    return true
  }

  #readAll(prunedBefore: number): void {
    this.#columns = new ColumnSet()
    this.#columns.reserve(this.#queries.countRows.number(prunedBefore))
    this.#take(this.#allRows(prunedBefore), prunedBefore)
    this.#readAllFailures()
  }

  /** Takes what was saved, where it can be used. The data version from which on the database is to be read. */
  #readSaved(facts: ReadonlyMap<string, number>, dataVersion: number): number {
    const runs = [this.#run, facts.get('run_before') ?? 0]
    const saved = this.#saved.read(runs, dataVersion)
    if (!saved) return 0
    this.#columns = saved.columns
    this.#textSets = saved.textSets
    this.#failureGroups = saved.failureGroups
    this.#taskFailures = saved.taskFailures
    // What the run before has saved does not hold for the start after this one.
    if (saved.run !== this.#run) this.#unsavedRows = saved.columns.count
    return saved.dataVersion
  }

  #readNew(since: number, prunedBefore: number): void {
    this.#take(this.#queries.newRows.rows(since), prunedBefore)
    this.#takeFailures(this.#queries.newFailures.rows(since))
    if (this.taskFailures.isWasteful) this.#readAllFailures()
  }

  #readAllFailures(): void {
    this.taskFailures.clear()
    this.#takeFailures(this.#queries.allFailures.rows())
  }

  #takeFailures(rows: Iterable<ArrayRow>): void {
    for (const row of rows) {
      const position = this.#columns.positionOf(Number(row[0]))
      if (position >= 0) this.taskFailures.put(position, String(row[1]))
    }
  }

  /** In chunks, which come in three quarters of the time that they take one by one. */
  *#allRows(prunedBefore: number): Generator<ArrayRow> {
    for (let after = -1; ; ) {
      const rows = this.#queries.someRows.all(after, prunedBefore)
      yield* rows
      const last = rows.at(-1)
      if (last === undefined) return
      after = Number(last[0])
    }
  }

  #take(rows: Iterable<ArrayRow>, prunedBefore: number): void {
    for (const row of rows) {
      this.#columns.put(columnRow(row))
      this.#unsavedRows += 1
    }
    this.#columns.settle(prunedBefore)
  }
}

function shareGrouped(groupedTo: number, until: number): number | null {
  return groupedTo < until ? groupedTo / until : null
}
