import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import type { KnownNames } from '../../failures/scan/known-names.ts'
import { type Arguments, prepare } from './prepared.ts'
import type { Tables } from './tables.ts'

/** The names by which a session's failure texts are read. EM does not tell of its proxies. */
export class SessionNames {
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = {
      session: prepare(database, (arg: Arguments<{ seq: number }>) =>
        db
          .selectFrom('sessions')
          .innerJoin('labels as policy', 'policy.id', 'sessions.policy')
          .innerJoin('labels as server', 'server.id', 'sessions.server')
          .select(['sessions.name', 'policy.name as policy', 'server.name as server'])
          .select('vm_set')
          .where('seq', '=', arg('seq'))
          .compile(),
      ),
      vms: prepare(database, (arg: Arguments<{ set: number }>) =>
        sql<{ text: string }>`
          select text from texts where id in (
            select value from text_sets, json_each('[' || members || ']')
            where text_sets.id = ${arg('set')}
          )`.compile(db),
      ),
    }
  }

  /** The names of the VMs of a set. */
  vms(set: number): string[] {
    return this.#statements.vms.all({ set }).map(({ text }) => text)
  }

  /** The names of a session that is known, with its VMs as they are stored or as given. */
  of(seq: number, givenVms?: readonly string[]): KnownNames {
    const session = this.#statements.session.get({ seq })
    if (session === undefined) return noNames
    const stored = session.vm_set === null ? [] : this.vms(session.vm_set)
    return {
      vms: givenVms ?? stored,
      policies: [session.policy],
      backupServers: [session.server],
      sessions: [session.name],
      proxies: [],
    }
  }
}

const noNames: KnownNames = {
  vms: [],
  policies: [],
  backupServers: [],
  sessions: [],
  proxies: [],
}
