/** SQLite's result code of a database that somebody else has locked. */
export const sqliteBusy = 5

/** SQLite's primary result code of an error; undefined where it is none of SQLite's. */
export function sqliteCodeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
}
