import type { DatabaseSync } from 'node:sqlite'
import type { Session } from '@cdp-watch/contract'
import { type Kysely, sql } from 'kysely'
import type { KnownNames } from '../../failures/scan/known-names.ts'
import type { FailureGrouping } from './failure-grouping.ts'
import type { Interning } from './interning.ts'
import { type Arguments, areSameIn, assignmentsOf, prepare, valuesOf } from './prepared.ts'
import {
  outcomeColumns,
  type SummaryRow,
  summaryColumns,
  summaryRow,
  type ToldRow,
  toldColumns,
  toldRow,
} from './session-row.ts'
import { sessionSummary } from './session-summary.ts'
import type { Tables } from './tables.ts'
import { nextTasksState, sessionStage, tasksStates } from './tasks-state.ts'
import type { Touched } from './touched.ts'

/** Takes in sessions as EM has them. */
export class SessionWriting {
  readonly #interning: Interning
  readonly #grouping: FailureGrouping
  readonly #statements

  constructor(
    database: DatabaseSync,
    db: Kysely<Tables>,
    interning: Interning,
    grouping: FailureGrouping,
  ) {
    this.#interning = interning
    this.#grouping = grouping
    this.#statements = prepareStatements(database, db)
  }

  /**
   * Adds a session or brings it up to date. One that started before `prunedBefore` (ms since 1970) and
   * is not known has been forgotten, and stays so.
   */
  take(session: Session, prunedBefore: number, touched: Touched): void {
    const told = toldRow(session, this.#interning)
    const known = this.#statements.find.get({ uid: session.uid })
    if (known === undefined) {
      if (told.created >= prunedBefore) this.#add(session, told, touched)
      return
    }
    if (areSameIn<ToldRow>(toldColumns, known, told)) return
    const { seq } = known
    this.#statements.update.run({ ...told, seq, version: touched.version })
    if (known.tail !== told.tail) this.#statements.rename.run({ seq, tail: told.tail })
    touched.change(seq)
    touched.unsettle(seq, areSameIn<ToldRow>(outcomeColumns, known, told) ? 'none' : 'outcome')
  }

  #add(session: Session, told: ToldRow, touched: Touched): void {
    const summary = sessionSummary(
      { ...session, isGone: false },
      { tasks: [], otherVms: [], areAll: false },
    )
    const tasksState = nextTasksState({
      before: tasksStates.none,
      session: sessionStage({ ...session, isGone: false }),
      news: 'outcome',
    })
    const seq = this.#statements.add.insert({
      uid: session.uid,
      ...told,
      ...summaryRow(summary, tasksState, this.#interning),
      version: touched.version,
    })
    this.#statements.name.run({ seq, tail: told.tail })
    this.#grouping.take(summary.failureTexts, false, () => ownNames(session), touched)
    touched.added.add(seq)
  }

  /**
   * Notes that EM does not have a session any more. Of one that had stopped that is no news: EM forgets,
   * the index does not.
   */
  lose(uid: string, touched: Touched): void {
    const known = this.#statements.find.get({ uid })
    if (known?.is_active !== 1) return
    const { seq } = known
    this.#statements.lose.run({ seq, version: touched.version })
    this.#statements.leaveTasks.run({ seq })
    touched.change(seq)
    touched.unsettle(seq, 'none')
  }
}

/** The names a session is told with: those of its VMs come with its tasks. */
function ownNames({ name, policyName, backupServerName }: Session): KnownNames {
  return {
    vms: [],
    policies: [policyName],
    backupServers: backupServerName === null ? [] : [backupServerName],
    sessions: [name],
    proxies: [],
  }
}

type AddArguments = { uid: string; version: number } & ToldRow & SummaryRow
type UpdateArguments = { seq: number; version: number } & ToldRow

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const added = ['uid', ...toldColumns, ...summaryColumns, 'version'] as const
  const updated = [...toldColumns, 'version'] as const
  return {
    find: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db
        .selectFrom('sessions')
        .select(['seq', ...toldColumns])
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    add: prepare(database, (arg: Arguments<AddArguments>) =>
      db.insertInto('sessions').columns(added).expression(valuesOf(added, arg)).compile(),
    ),
    name: prepare(database, (arg: Arguments<{ seq: number; tail: string }>) =>
      sql`insert into session_names (rowid, tail) values (${arg('seq')}, ${arg('tail')})`.compile(
        db,
      ),
    ),
    update: prepare(database, (arg: Arguments<UpdateArguments>) =>
      db
        .updateTable('sessions')
        .set(assignmentsOf(updated, arg))
        .where('seq', '=', arg('seq'))
        .compile(),
    ),
    rename: prepare(database, (arg: Arguments<{ seq: number; tail: string }>) =>
      sql`update session_names set tail = ${arg('tail')} where rowid = ${arg('seq')}`.compile(db),
    ),
    lose: prepare(database, (arg: Arguments<{ seq: number; version: number }>) =>
      db
        .updateTable('sessions')
        .set({ is_gone: 1, is_active: 0, version: arg('version') })
        .where('seq', '=', arg('seq'))
        .compile(),
    ),
    // Nobody is to ask for the end of its tasks any more.
    leaveTasks: prepare(database, (arg: Arguments<{ seq: number }>) =>
      db.updateTable('tasks').set({ is_running: 0 }).where('session', '=', arg('seq')).compile(),
    ),
  }
}
