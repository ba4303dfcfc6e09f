import type { CurrentStatus } from './current-status.ts'
import type { DayCell } from './day-cells.ts'
import type { PolicyRow } from './policy-row.ts'

/** How one policy is and was. Sessions are positions in the columns, -1 for none; times ms since 1970. */
export interface PolicyStatusRow {
  readonly row: PolicyRow
  /** As they are searched and sorted by. */
  readonly foldedName: string
  readonly foldedServer: string
  readonly status: CurrentStatus
  readonly active: number
  readonly session: number
  /** Of the active session; 0 where there is none. */
  readonly vmsFailed: number
  readonly streakSince: number | null
  /** Its days, oldest first: only those of the policies that are answered are ever needed. */
  days(): readonly DayCell[]
}

/** How all policies are and were. */
export interface PolicyStatuses {
  readonly dates: readonly string[]
  /** The instant they are told for: now, but no later than EM was last read in full. */
  readonly at: number
  readonly policies: readonly PolicyStatusRow[]
}
