import { closeSync, openSync, readSync } from 'node:fs'

const headerBytes = 100
const applicationIdAt = 68
/** What every SQLite database begins with. */
const magic = 'SQLite format 3\0'

/** What the first bytes of a file say it is; found out without SQLite, which would set to work on it. */
export type DatabaseFileKind =
  | { kind: 'absent' }
  | { kind: 'no-database' }
  | { kind: 'database'; applicationId: number }

/** Reads the header of a SQLite database. Throws what the file system throws, but for a file that is not there. */
export function readDatabaseHeader(file: string): DatabaseFileKind {
  const header = readBeginning(file)
  // SQLite makes the file empty and fills it at the first commit: a start that was cut short leaves it so.
  if (header === null || header.length === 0) return { kind: 'absent' }
  if (header.length < headerBytes || header.toString('latin1', 0, magic.length) !== magic) {
    return { kind: 'no-database' }
  }
  return { kind: 'database', applicationId: header.readInt32BE(applicationIdAt) }
}

function readBeginning(file: string): Buffer | null {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    const header = Buffer.alloc(headerBytes)
    return header.subarray(0, readSync(handle, header, 0, headerBytes, 0))
  } finally {
    closeSync(handle)
  }
}
