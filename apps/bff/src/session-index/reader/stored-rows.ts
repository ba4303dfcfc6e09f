import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { ArrayQuery } from '../columns/array-query.ts'
import { type Arguments, prepare } from '../store/prepared.ts'
import type { Tables } from '../store/tables.ts'

/** What is read of the database row by row, beside what is in memory. One for as long as the index is open. */
export class StoredRows {
  readonly #statements
  readonly #uids: ArrayQuery
  readonly #texts: ArrayQuery

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = prepareStatements(database, db)
    this.#uids = new ArrayQuery(
      database,
      'SELECT seq, uid FROM sessions WHERE seq IN (SELECT value FROM json_each(?))',
    )
    this.#texts = new ArrayQuery(
      database,
      'SELECT id, text FROM texts WHERE id IN (SELECT value FROM json_each(?))',
    )
  }

  /** What the rows of sessions have that is not in memory, by their `seq`; those pruned are not in it. */
  sessions(seqs: readonly number[]) {
    const rows = this.#statements.sessions.all({ seqs: JSON.stringify(seqs) })
    return new Map(rows.map((row) => [row.seq, row] as const))
  }

  /** Of one session; undefined where it was pruned. */
  session(seq: number) {
    return this.sessions([seq]).get(seq)
  }

  /** Undefined where there is no session of this UID. */
  sessionOf(uid: string) {
    return this.#statements.sessionOf.get({ uid })
  }

  /** UIDs of sessions by their `seq`; those pruned are not in it. */
  uids(seqs: readonly number[]): Map<number, string> {
    const rows = this.#uids.rows(JSON.stringify(seqs))
    return new Map(Array.from(rows, (row) => [Number(row[0]), String(row[1])] as const))
  }

  /** Texts by their ids; those that are kept no more are not in it. */
  texts(ids: readonly number[]): Map<number, string> {
    const rows = this.#texts.rows(JSON.stringify(ids))
    return new Map(Array.from(rows, (row) => [Number(row[0]), String(row[1])] as const))
  }

  /** A text by its id; null where it is kept no more, and for 0, the id of none. */
  text(id: number): string | null {
    return id === 0 ? null : (this.#statements.text.get({ id })?.text ?? null)
  }

  /** The template of a group of failures by its number; null where it is kept no more. */
  groupTemplate(group: number): string | null {
    return this.#statements.group.get({ group })?.template ?? null
  }

  /** Tasks of a session, newest first. */
  tasks(session: number) {
    return this.#statements.tasks.all({ session })
  }

  policies() {
    return this.#statements.policies.all({})
  }

  /** The RPO schedule of a policy, JSON; null for one that has none or is not known. */
  schedule(uid: string): string | null {
    return this.#statements.policy.get({ uid })?.rpo_schedule ?? null
  }

  /** Of all policies. */
  switches() {
    return this.#statements.switches.all({})
  }

  /** Of one policy, oldest first. */
  switchesOf(uid: string) {
    return this.#statements.switchesOf.all({ uid })
  }
}

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  return {
    sessions: prepare(database, (arg: Arguments<{ seqs: string }>) =>
      db
        .selectFrom('sessions')
        .select(['seq', 'uid', 'name', 'policy_type', 'progress'])
        .where('seq', 'in', sql<number>`(select value from json_each(${arg('seqs')}))`)
        .compile(),
    ),
    sessionOf: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db
        .selectFrom('sessions')
        .select(['seq', 'tasks_state'])
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    text: prepare(database, (arg: Arguments<{ id: number }>) =>
      db.selectFrom('texts').select('text').where('id', '=', arg('id')).compile(),
    ),
    group: prepare(database, (arg: Arguments<{ group: number }>) =>
      db.selectFrom('failure_groups').select('template').where('id', '=', arg('group')).compile(),
    ),
    tasks: prepare(database, (arg: Arguments<{ session: number }>) =>
      db
        .selectFrom('tasks')
        .innerJoin('texts as vm', 'vm.id', 'tasks.vm')
        .innerJoin('words as state', 'state.id', 'tasks.state')
        .innerJoin('words as result', 'result.id', 'tasks.result')
        .leftJoin('texts as reason', 'reason.id', 'tasks.reason')
        .select(['tasks.uid', 'tasks.name', 'tasks.created', 'tasks.ended', 'tasks.total_size'])
        .select(['vm.text as vm', 'reason.text as reason'])
        .select(['state.word as state', 'result.word as result'])
        .where('tasks.session', '=', arg('session'))
        .orderBy('tasks.created', 'desc')
        .orderBy('tasks.uid')
        .compile(),
    ),
    policies: prepare(database, () => db.selectFrom('policies').selectAll().compile()),
    policy: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db.selectFrom('policies').select('rpo_schedule').where('uid', '=', arg('uid')).compile(),
    ),
    switches: prepare(database, () => db.selectFrom('policy_switches').selectAll().compile()),
    switchesOf: prepare(database, (arg: Arguments<{ uid: string }>) =>
      db
        .selectFrom('policy_switches')
        .selectAll()
        .where('policy_uid', '=', arg('uid'))
        .orderBy('at')
        .compile(),
    ),
  }
}
