import type { SessionColumns } from '../columns/session-columns.ts'
import type { PolicySwitch } from './enabled-history.ts'
import type { PolicyRow } from './policy-row.ts'
import type { StatusCache } from './status-cache.ts'

/** What of the index tells how policies are. All of it is of one state: what changes comes with another `dataVersion` or `readAtEm`. */
export interface PoliciesView {
  readonly dataVersion: number
  /** When EM was last read in full, ms since 1970 by its own clock; null before the first time. */
  readonly readAtEm: number | null
  /** IANA name of the zone whose clock schedules go by, which EM does not tell. */
  readonly scheduleZone: string
  readonly columns: SessionColumns
  /** One for as long as the index is open. */
  readonly cache: StatusCache
  /** All policies there are and were; asked for once in each state of the index. */
  policies(): readonly PolicyRow[]
  /** Of all policies, in any order. */
  switches(): readonly PolicySwitch[]
  /** A row of `labels` by its id; the `uid` is '' where EM gave none. */
  label(id: number): { readonly uid: string; readonly name: string }
  /** EM's word by its id of `words`. */
  word(id: number): string
  /** The most telling text of a set of failure texts. */
  failureText(failureSet: number): string
  /** UIDs of sessions by their `seq`; those pruned meanwhile are not in it. */
  sessionUids(seqs: readonly number[]): ReadonlyMap<number, string>
}
