import type { IndexedSession } from '@cdp-watch/contract'
import { stringify } from 'csv-stringify/sync'

/** A cell of each column of the CSV, by the column's head. */
const cells: Readonly<Record<string, (row: IndexedSession) => string | number | boolean | null>> = {
  health: (row) => row.health,
  result: (row) => row.result,
  state: (row) => row.state,
  policyName: (row) => row.policyName,
  backupServerName: (row) => row.backupServerName,
  creationTimeUTC: (row) => row.creationTimeUTC,
  endTimeUTC: (row) => row.endTimeUTC,
  vms: (row) => row.tasks.total,
  vmsFailed: (row) => row.tasks.failed,
  vmsWarning: (row) => row.tasks.warning,
  failureText: (row) => row.failureText,
  failureSource: (row) => row.failureSource,
  failureCount: (row) => row.failureCount,
  isRetry: (row) => row.isRetry,
  isGone: (row) => row.isGone,
  progress: (row) => row.progress,
  name: (row) => row.name,
  uid: (row) => row.uid,
  policyUid: (row) => row.policyUid,
  backupServerUid: (row) => row.backupServerUid,
}

/**
 * Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the encoding. A cell
 * that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets
 * an apostrophe before it.
 */
export async function* csvOf(
  chunks: AsyncIterable<readonly IndexedSession[]>,
): AsyncGenerator<string> {
  const options = { escape_formulas: true, record_delimiter: 'windows' } as const
  yield `\ufeff${stringify([Object.keys(cells)], options)}`
  for await (const rows of chunks) {
    yield stringify(
      rows.map((row) => Object.values(cells).map((cell) => cell(row))),
      { ...options, cast: { boolean: (value) => String(value) } },
    )
  }
}

/** Rows as one JSON array, a row to a line. */
export async function* jsonOf(
  chunks: AsyncIterable<readonly IndexedSession[]>,
): AsyncGenerator<string> {
  let before = '[\n'
  for await (const rows of chunks) {
    for (const row of rows) {
      yield `${before}${JSON.stringify(row)}`
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
