import type { DatabaseSync } from 'node:sqlite'
import { healths } from '@cdp-watch/contract'
import type { Kysely } from 'kysely'
import type { Interning } from './interning.ts'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'
import type { Touched } from './touched.ts'
import type { VmFailure } from './vm-failures.ts'

type Row = { session: number; members: string; version: number }

/** Keeps what failed in a session by VM and reason, so that it need not be asked of its tasks. */
export class SessionFailures {
  readonly #interning: Interning
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>, interning: Interning) {
    this.#interning = interning
    this.#statements = {
      find: prepare(database, (arg: Arguments<{ session: number }>) =>
        db
          .selectFrom('session_failures')
          .select('members')
          .where('session', '=', arg('session'))
          .compile(),
      ),
      put: prepare(database, (arg: Arguments<Row>) =>
        db
          .replaceInto('session_failures')
          .values({
            session: arg('session'),
            members: arg('members'),
            version: arg('version'),
          })
          .compile(),
      ),
    }
  }

  /** Notes what failed in a session by now. The row stays where nothing does any more, so that readers hear of it. */
  put(session: number, failures: readonly VmFailure[], touched: Touched): void {
    const members = failures
      .map(({ vm, reason, health, tasks }) =>
        [
          this.#interning.text(vm),
          this.#interning.text(reason),
          healths.indexOf(health),
          tasks,
        ].join(','),
      )
      .join(',')
    const known = this.#statements.find.get({ session })?.members ?? ''
    if (members === known) return
    this.#statements.put.run({ session, members, version: touched.version })
    touched.seen()
  }
}
