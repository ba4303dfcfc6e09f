import type { DatabaseSync } from 'node:sqlite'
import type { BackupServer } from '@cdp-watch/contract'
import type { Kysely, Selectable } from 'kysely'
import { lastByUid } from './last-by-uid.ts'
import { type Arguments, areSameIn, assignmentsOf, prepare, valuesOf } from './prepared.ts'
import type { Tables } from './tables.ts'
import type { Touched } from './touched.ts'

const serverColumns = ['name', 'description', 'address', 'port', 'version', 'removed_at'] as const
type StoredServer = Selectable<Tables['backup_servers']>
type ServerRow = Pick<StoredServer, (typeof serverColumns)[number]>

/** Takes in the backup servers as EM has them. */
export class BackupServerWriting {
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = prepareStatements(database, db)
  }

  /** Takes in all backup servers there are; one that is not among them has been removed. `at`: now, ms since 1970 by EM's clock. */
  take(servers: readonly BackupServer[], at: number, touched: Touched): void {
    const stored = new Map(this.#statements.all.all({}).map((row) => [row.uid, row]))
    for (const server of lastByUid(servers)) {
      const { uid } = server
      const known = stored.get(uid)
      stored.delete(uid)
      const row = serverRow(server)
      if (known !== undefined && areSameIn<ServerRow>(serverColumns, known, row)) continue
      if (known === undefined) this.#statements.add.run({ ...row, uid })
      else this.#statements.update.run({ ...row, uid })
      touched.seen()
    }
    for (const { uid, removed_at } of stored.values()) {
      if (removed_at !== null) continue
      this.#statements.remove.run({ uid, at })
      touched.seen()
    }
  }
}

function serverRow(server: BackupServer): ServerRow {
  return {
    name: server.name.toWellFormed(),
    description: server.description?.toWellFormed() ?? null,
    address: server.ipOrDnsName?.toWellFormed() ?? null,
    port: server.port,
    version: server.version?.toWellFormed() ?? null,
    removed_at: null,
  }
}

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const added = ['uid', ...serverColumns] as const
  return {
    all: prepare(database, () => db.selectFrom('backup_servers').selectAll().compile()),
    add: prepare(database, (arg: Arguments<StoredServer>) =>
      db.insertInto('backup_servers').columns(added).expression(valuesOf(added, arg)).compile(),
    ),
    update: prepare(database, (arg: Arguments<StoredServer>) =>
      db
        .updateTable('backup_servers')
        .set(assignmentsOf(serverColumns, arg))
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    remove: prepare(database, (arg: Arguments<{ uid: string; at: number }>) =>
      db
        .updateTable('backup_servers')
        .set({ removed_at: arg('at') })
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
  }
}
