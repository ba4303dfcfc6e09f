import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { getuid } from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { DataDirLock, DataDirRefused } from '../data-dir-lock.ts'
import { type DataFile, dataFile, dataFiles } from '../data-files.ts'
import { reasonOf } from '../reason-of.ts'
import { sqliteBusy, sqliteCodeOf } from '../sqlite-code.ts'
import { BackupFailure } from './backup-failure.ts'
import { settleCopy } from './sound-copy.ts'

/** What SQLite adds to the name of a database for what belongs to it. */
const companions = ['', '-wal', '-shm', '-journal']

export interface Restored {
  files: readonly string[]
  /** Folder to which what was there before was moved; undefined where there was nothing. */
  before: string | undefined
}

/**
 * Puts the databases of a backup in the place of those of a data folder, and keeps those aside. `now`
 * names the folder they are kept in. Throws BackupFailure, with everything as it was, where the backup is
 * damaged or CDP Watch runs.
 */
export function restore(dataDir: string, from: string, now: Date): Restored {
  const saved = dataFiles.filter((file) => existsSync(dataFile(from, file)))
  if (!saved.includes('index')) {
    throw new BackupFailure(`There is no backup in ${path.resolve(from)}: it holds no index.`)
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = takeFolder(dataDir)
  const incoming = new Map(saved.map((file) => [file, `${dataFile(dataDir, file)}.incoming`]))
  try {
    for (const [file, copy] of incoming) takeIn(dataFile(from, file), copy, dataDir)
    for (const file of dataFiles) refuseInUse(dataDir, file)
    const before = moveAside(dataDir, now)
    for (const [file, copy] of incoming) renameSync(copy, dataFile(dataDir, file))
    return { files: saved.map((file) => dataFile(dataDir, file)), before }
  } finally {
    for (const copy of incoming.values()) rmSync(copy, { force: true })
    lock.release()
  }
}

function takeFolder(dataDir: string): DataDirLock {
  try {
    return DataDirLock.acquire(dataDir)
  } catch (error) {
    if (!(error instanceof DataDirRefused)) throw error
    const words = `${error.message} Nothing has been changed.`
    throw new BackupFailure(words, { cause: error })
  }
}

/** Copies a database of the backup next to its place, for the account that the data folder belongs to. */
function takeIn(from: string, copy: string, dataDir: string): void {
  try {
    copyFileSync(from, copy)
    chmodSync(copy, 0o600)
  } catch (error) {
    throw new BackupFailure(`${from} could not be copied (${reasonOf(error)}).`, { cause: error })
  }
  settleCopy(copy)
  if (getuid?.() !== 0) return
  const { uid, gid } = statSync(dataDir)
  chownSync(copy, uid, gid)
}

/** A database that another program has open, e.g. a backup, cannot leave WAL; one that is damaged nobody can use. */
function refuseInUse(dataDir: string, file: DataFile): void {
  const name = dataFile(dataDir, file)
  if (!existsSync(name)) return
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(name, { timeout: 0 })
    database.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    if (sqliteCodeOf(error) !== sqliteBusy) return
    throw new BackupFailure(`${name} is in use. Stop CDP Watch first; nothing has been changed.`, {
      cause: error,
    })
  } finally {
    database?.close()
  }
}

function moveAside(dataDir: string, now: Date): string | undefined {
  const present = dataFiles
    .flatMap((file) => companions.map((companion) => `${dataFile(dataDir, file)}${companion}`))
    .filter((name) => existsSync(name))
  if (present.length === 0) return undefined
  const before = path.resolve(dataDir, `before-restore-${now.toISOString().replaceAll(':', '-')}`)
  mkdirSync(before, { mode: 0o700 })
  for (const name of present) renameSync(name, path.join(before, path.basename(name)))
  return before
}
