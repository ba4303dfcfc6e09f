import type { ArrayRow } from './array-query.ts'
import type { ColumnRow } from './column-set.ts'

/** Small numbers and flags travel as one: every value that crosses from SQLite to here costs time. */
export const sessionQuery = `
  SELECT seq, created, ended, version, policy, server, message, failure_set, vm_set,
    vms_total, vms_failed, vms_warning, failure_count, state, result,
    health + is_active * 16 + is_gone * 32 + is_retry * 64 + failure_source * 128
  FROM sessions`

/** A row of `sessionQuery`, as it is put into the columns. */
export function columnRow(row: ArrayRow): ColumnRow {
  const flags = Number(row[15])
  return {
    seq: Number(row[0]),
    created: Number(row[1]),
    ended: row[2] === null ? Number.NaN : Number(row[2]),
    version: Number(row[3]),
    policy: Number(row[4]),
    server: Number(row[5]),
    message: Number(row[6]),
    failureSet: Number(row[7]),
    vmSet: Number(row[8]),
    vmsTotal: row[9] === null ? -1 : Number(row[9]),
    vmsFailed: Number(row[10]),
    vmsWarning: Number(row[11]),
    failureCount: Number(row[12]),
    state: Number(row[13]),
    result: Number(row[14]),
    health: flags & 15,
    isActive: (flags >> 4) & 1,
    isGone: (flags >> 5) & 1,
    isRetry: (flags >> 6) & 1,
    failureSource: flags >> 7,
  }
}
