import { closeSync, mkdirSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { dataFile } from '../data-files.ts'
import { reasonOf } from '../reason-of.ts'

/** How long to wait for somebody else who writes, e.g. a backup: everybody who asks for anything waits with it. */
const busyTimeoutMs = 500

/** Steps from one format to the next; the file's `user_version` counts those it has taken. Only ever add to them. */
const steps = [
  `CREATE TABLE login (
     hash TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     began_ms INTEGER NOT NULL,
     seen_ms INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE refused_tries (
     key TEXT PRIMARY KEY,
     failures INTEGER NOT NULL,
     last_ms INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE audit (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     at_ms INTEGER NOT NULL,
     last_ms INTEGER NOT NULL,
     times INTEGER NOT NULL,
     kind TEXT NOT NULL,
     name TEXT,
     address TEXT NOT NULL,
     reason TEXT,
     detail TEXT NOT NULL
   ) STRICT;`,
  // Columns are named as the contract names them; `hash` alone never leaves.
  `CREATE TABLE wall_link (
     id TEXT PRIMARY KEY,
     hash TEXT NOT NULL UNIQUE,
     name TEXT NOT NULL,
     createdUTC TEXT NOT NULL,
     lastSeenUTC TEXT,
     address TEXT,
     version TEXT,
     revokedUTC TEXT
   ) STRICT;`,
  `ALTER TABLE wall_link ADD COLUMN madeBy TEXT;
   ALTER TABLE wall_link ADD COLUMN pageVersion TEXT;`,
] as const

/** The file of sign-ins cannot be used as it is. Its message says which file, why, and what to do. */
export class AccessUnusable extends Error {}

/**
 * Opens the file of sign-ins, wall links and audit in a data folder, making it where it is missing, for this account
 * alone to read. Throws AccessUnusable; what cannot be used is left as it was.
 */
export function openAccessDatabase(dataDir: string): DatabaseSync {
  const file = dataFile(dataDir, 'access')
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dataDir, { recursive: true })
    closeSync(openSync(file, 'a', 0o600))
    database = new DatabaseSync(file, { timeout: busyTimeoutMs })
    const version = versionOf(database, file)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    takeSteps(database, version)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof AccessUnusable) throw error
    throw new AccessUnusable(
      `The file of sign-ins ${file} cannot be used (${reasonOf(error)}). ` +
        'Give the account that runs CDP Watch the right to write it and room on the disk; if it is damaged, ' +
        'move it away: everybody then signs in anew.',
      { cause: error },
    )
  }
}

function versionOf(database: DatabaseSync, file: string): number {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version <= steps.length) return version
  throw new AccessUnusable(
    `The file of sign-ins ${file} was made by a newer version of CDP Watch. Start that one again, or move the file away: everybody then signs in anew.`,
  )
}

function takeSteps(database: DatabaseSync, version: number): void {
  for (const [taken, step] of steps.entries()) {
    if (taken < version) continue
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${taken + 1}; COMMIT`)
  }
}
