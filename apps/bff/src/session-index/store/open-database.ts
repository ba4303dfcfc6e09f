import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataFile } from '../../data-files.ts'
import { reasonOf } from '../../reason-of.ts'
import { type DatabaseFileKind, readDatabaseHeader } from './database-header.ts'
import { IndexUnusable } from './index-unusable.ts'
import { migrate, readSchemaVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { unusable } from './sqlite-failure.ts'

/** "CDPW": tells our database from those of other programs. */
const applicationId = 0x43445057
const busyTimeoutMs = 5000

/**
 * Opens the index in a data folder. `write` makes the folder and the file where they are missing, and
 * brings an older file up to this version; `read` expects both to have been done. Throws IndexUnusable;
 * what cannot be used is left as it was.
 */
export function openDatabase(dataDir: string, access: 'write' | 'read'): DatabaseSync {
  const file = dataFile(dataDir, 'index')
  if (access === 'write') makeWritable(dataDir, file)
  refuseForeign(file, access, headerOf(file))
  let database: DatabaseSync | undefined
  try {
    const readOnly = access === 'read'
    database = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs })
    refuseVersion(file, access, readSchemaVersion(database))
    // The version is in the header: only what is in the tables shows that the pages can be read.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (access === 'write') prepareForWriting(database)
    return database
  } catch (error) {
    database?.close()
    throw error instanceof IndexUnusable ? error : unusable(file, error)
  }
}

function makeWritable(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new IndexUnusable(
      `The data folder ${resolve(dataDir)} cannot be made or written (${reasonOf(error)}). ` +
        'Give the account that runs CDP Watch the right to write it, or set DATA_DIR to another folder.',
      error,
    )
  }
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    if (!isAbsence(error)) throw unusable(file, error)
  }
}

function headerOf(file: string): DatabaseFileKind {
  try {
    return readDatabaseHeader(file)
  } catch (error) {
    throw unusable(file, error)
  }
}

function refuseForeign(file: string, access: 'write' | 'read', header: DatabaseFileKind): void {
  const advice = 'Move it away, or set DATA_DIR to another folder.'
  if (header.kind === 'absent' && access === 'read') {
    throw new IndexUnusable(`The index ${file} is not there. Start CDP Watch again: it makes it.`)
  }
  if (header.kind === 'no-database') {
    throw new IndexUnusable(
      `The file ${file} is where the index should be, but is no SQLite database. ${advice}`,
    )
  }
  if (header.kind === 'database' && header.applicationId !== applicationId) {
    throw new IndexUnusable(
      `The file ${file} is where the index should be, but is the database of another program. ${advice}`,
    )
  }
}

function refuseVersion(file: string, access: 'write' | 'read', version: number): void {
  const ours = migrations.length
  if (version > ours) {
    throw new IndexUnusable(
      `The index ${file} was made by a newer version of CDP Watch (its format is ${version}, this version knows ${ours}). ` +
        'Start the newer version again, or set DATA_DIR to another folder.',
    )
  }
  if (version < ours && access === 'read') {
    throw new IndexUnusable(
      `The index ${file} is of an older version of CDP Watch (its format is ${version}, this version reads ${ours}). ` +
        'Start CDP Watch again: it brings it up to date.',
    )
  }
}

function prepareForWriting(database: DatabaseSync): void {
  // Before the first switch to WAL, so that the file itself says from its first byte whose it is.
  migrate(database, applicationId)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -8192;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
  `)
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
