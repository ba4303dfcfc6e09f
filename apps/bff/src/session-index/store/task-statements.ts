import type { DatabaseSync } from 'node:sqlite'
import type { Kysely, Selectable } from 'kysely'
import { type Arguments, assignmentsOf, prepare, valuesOf } from './prepared.ts'
import type { Tables } from './tables.ts'
import { taskColumns } from './task-row.ts'

type StoredTask = Omit<Selectable<Tables['tasks']>, 'seq'>

/** The statements about tasks. What they give is in words, what they take in ids. */
export function prepareTaskStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const inWords = db
    .selectFrom('tasks')
    .innerJoin('texts as vms', 'vms.id', 'tasks.vm')
    .innerJoin('words as states', 'states.id', 'tasks.state')
    .innerJoin('words as results', 'results.id', 'tasks.result')
    .leftJoin('texts as reasons', 'reasons.id', 'tasks.reason')
    .select([
      'tasks.seq',
      'tasks.uid',
      'tasks.session',
      'tasks.name',
      'vms.text as vm',
      'tasks.created',
      'tasks.ended',
      'states.word as state',
      'results.word as result',
      'reasons.text as reason',
      'tasks.total_size',
      'tasks.is_running',
    ])
  const sessions = db
    .selectFrom('sessions')
    .innerJoin('words as states', 'states.id', 'sessions.state')
    .innerJoin('words as results', 'results.id', 'sessions.result')
    .select(['seq', 'tasks_state', 'is_active', 'is_gone'])
    .select(['states.word as state', 'results.word as result'])
  const stored = ['uid', ...taskColumns] as const
  return {
    session: prepare(database, (arg: Arguments<{ uid: string }>) =>
      sessions.where('uid', '=', arg('uid')).compile(),
    ),
    sessionOf: prepare(database, (arg: Arguments<{ seq: number }>) =>
      sessions.where('seq', '=', arg('seq')).compile(),
    ),
    find: prepare(database, (arg: Arguments<{ uid: string }>) =>
      inWords.where('tasks.uid', '=', arg('uid')).compile(),
    ),
    ofSession: prepare(database, (arg: Arguments<{ session: number }>) =>
      inWords.where('tasks.session', '=', arg('session')).compile(),
    ),
    add: prepare(database, (arg: Arguments<StoredTask>) =>
      db.insertInto('tasks').columns(stored).expression(valuesOf(stored, arg)).compile(),
    ),
    update: prepare(database, (arg: Arguments<StoredTask>) =>
      db
        .updateTable('tasks')
        .set(assignmentsOf(taskColumns, arg))
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    remove: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db.deleteFrom('tasks').where('uid', '=', arg('uid')).compile(),
    ),
    removeAll: prepare(database, (arg: Arguments<{ session: number }>) =>
      db.deleteFrom('tasks').where('session', '=', arg('session')).compile(),
    ),
    leave: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db.updateTable('tasks').set({ is_running: 0 }).where('uid', '=', arg('uid')).compile(),
    ),
  }
}
