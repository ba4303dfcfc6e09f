import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import type { Facts } from './facts.ts'
import { type Arguments, prepare } from './prepared.ts'
import type { IndexPosition, IndexProgress } from './session-store.ts'
import type { Tables } from './tables.ts'
import { tasksStates } from './tasks-state.ts'

/** Tells from where the collector goes on. */
export class PositionReading {
  readonly #facts: Facts
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>, facts: Facts) {
    this.#facts = facts
    this.#statements = prepareStatements(database, db)
  }

  /** How far the index has come by now. */
  progress(): IndexProgress {
    const { sessions, wanted } = this.#statements
    return {
      dataVersion: this.#facts.dataVersion,
      sessions: sessions.get({})?.count ?? 0,
      filledBackTo: this.#facts.get('filled_back_to'),
      isFilled: this.#facts.get('is_filled') === 1,
      newestStart: this.#facts.get('newest_start'),
      newestTaskEnd: this.#facts.get('newest_task_end'),
      tasksWanted: wanted.get({})?.count ?? 0,
    }
  }

  /** The position as of now. */
  read(): IndexPosition {
    const { active, running } = this.#statements
    return {
      ...this.progress(),
      activeSessions: active.all({}).map(({ uid }) => uid),
      runningTasks: running.all({}).map(({ uid }) => uid),
    }
  }

  /** UIDs of sessions whose tasks are still to be asked for, newest first. */
  wantingTasks(limit: number): string[] {
    return this.#statements.wantedUids.all({ limit }).map(({ uid }) => uid)
  }
}

// SQLite uses an index of some rows only where the query has their condition in so many words.
const isActive = sql<boolean>`is_active = 1`
const isRunning = sql<boolean>`is_running = 1`
const areWanted = sql<boolean>`tasks_state = ${sql.lit(tasksStates.wanted)}`

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const count = sql<number>`count(*)`.as('count')
  return {
    sessions: prepare(database, () => db.selectFrom('sessions').select(count).compile()),
    active: prepare(database, () =>
      db.selectFrom('sessions').select('uid').where(isActive).orderBy('seq').compile(),
    ),
    running: prepare(database, () =>
      db.selectFrom('tasks').select('uid').where(isRunning).orderBy('seq').compile(),
    ),
    wanted: prepare(database, () =>
      db.selectFrom('sessions').select(count).where(areWanted).compile(),
    ),
    wantedUids: prepare(database, (arg: Arguments<{ limit: number }>) =>
      db
        .selectFrom('sessions')
        .select('uid')
        .where(areWanted)
        .orderBy('created', 'desc')
        .orderBy('seq', 'desc')
        .limit(arg('limit'))
        .compile(),
    ),
  }
}
