import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Forgets sessions, with their tasks and the names that were searched. */
export class Pruning {
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = {
      oldest: prepare(database, (arg: Arguments<{ before: number; limit: number }>) =>
        db
          .selectFrom('sessions')
          .select('seq')
          .where('created', '<', arg('before'))
          .orderBy('created')
          .limit(arg('limit'))
          .compile(),
      ),
      remove: prepare(database, (arg: Arguments<{ seq: number }>) =>
        db.deleteFrom('sessions').where('seq', '=', arg('seq')).compile(),
      ),
      removeName: prepare(database, (arg: Arguments<{ seq: number }>) =>
        sql`delete from session_names where rowid = ${arg('seq')}`.compile(db),
      ),
    }
  }

  /** Forgets at most `limit` sessions that started before (ms since 1970), oldest first. Gives how many it forgot. */
  forget(before: number, limit: number): number {
    const { oldest, remove, removeName } = this.#statements
    const sessions = oldest.all({ before, limit })
    for (const session of sessions) {
      removeName.run(session)
      remove.run(session)
    }
    return sessions.length
  }
}
