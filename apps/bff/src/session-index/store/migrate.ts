import type { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'
import { textShape } from './text-shape.ts'
import { inTransaction } from './transaction.ts'

/** How many of the migrations a database has taken. Throws what SQLite throws where it cannot be read. */
export function readSchemaVersion(database: DatabaseSync): number {
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (typeof version !== 'number') throw new TypeError('the database does not tell its version')
  return version
}

/** Takes the steps that a database lacks, each in a transaction of its own, and marks it as ours. */
export function migrate(database: DatabaseSync, applicationId: number): void {
  const options = { deterministic: true }
  database.function('skeleton_of', options, (folded) => textShape(String(folded)).skeleton)
  database.function('rest_of', options, (folded) => textShape(String(folded)).rest)
  for (const [taken, step] of migrations.entries()) {
    if (readSchemaVersion(database) > taken) continue
    inTransaction(database, () => {
      // Another process may have come first.
      if (readSchemaVersion(database) > taken) return
      database.exec(step)
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${taken + 1}`)
    })
  }
}
