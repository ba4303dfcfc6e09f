import type { DatabaseSync } from 'node:sqlite'
import { reasonOf } from '../../reason-of.ts'
import { sqliteCodeOf } from '../../sqlite-code.ts'
import { IndexUnusable } from './index-unusable.ts'

/** SQLite's result codes that have a cause a person can do something about; extended codes end in them. */
const causes: ReadonlyMap<number, string> = new Map([
  [5, 'is in use by another process. Stop the other one, or let each have a folder of its own'],
  [6, 'is in use by another process. Stop the other one, or let each have a folder of its own'],
  [8, 'cannot be written. Give the account that runs CDP Watch the right to write it'],
  [10, 'cannot be read or written. Look after the disk that it is on, and whether it is full'],
  [11, damaged()],
  [13, 'cannot be written: the disk is full. Make room on it'],
  [14, 'cannot be opened. Give the account that runs CDP Watch the right to read and write it'],
  [26, damaged()],
])

function damaged(): string {
  return (
    'is damaged. Put a copy from a backup in its place, or move it away: ' +
    'the index is then filled anew with what EM still has'
  )
}

/** What an error that came of a database file means to a person. */
export function unusable(file: string, error: unknown): IndexUnusable {
  const code = sqliteCodeOf(error)
  const cause =
    (code === undefined ? undefined : causes.get(code)) ??
    'cannot be used. Look after the file and the rights to it'
  return new IndexUnusable(`The index ${file} ${cause} (${reasonOf(error)}).`, error)
}

/**
 * Works on an open index. What fails for a cause outside of it, such as a full disk, throws
 * IndexUnusable; any other error goes on as it is.
 */
export function inWords<T>(database: DatabaseSync, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw told(database.location() ?? 'in memory', error)
  }
}

/** The error itself, or IndexUnusable where it came of this database file for a cause outside of it. */
export function told(file: string, error: unknown): unknown {
  const code = sqliteCodeOf(error)
  return code !== undefined && causes.has(code) ? unusable(file, error) : error
}
