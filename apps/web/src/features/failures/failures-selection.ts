import type { FailuresSelection, GroupSelection } from '../../api/failures.ts'
import { type RangePreset, rangeEnds } from '../../ui/range/time-range.ts'
import type { FailuresSearch, GroupSearch } from './failures-search.ts'

/** What an address of Failures without a range means. */
export const usualFailuresRange: RangePreset = '30d'

/** Before all sessions. The server takes a range without a beginning for the last thirty days. */
const beginning = '1970-01-01T00:00:00Z'

/** The sessions that an address means. `now` in milliseconds; `zone` by its IANA name. */
export function groupSelection(
  search: FailuresSearch | GroupSearch,
  now: number,
  zone: string,
): GroupSelection {
  const { q, policyUid, backupServerUid } = search
  const { from = beginning, to } = rangeEnds(search, now, usualFailuresRange)
  return { from, to, q, policyUid, backupServerUid, zone }
}

/** The groups that the address of the list means, in its order. */
export function failuresSelection(
  search: FailuresSearch,
  now: number,
  zone: string,
): FailuresSelection {
  const { severity, status, changedSince, sort } = search
  return { ...groupSelection(search, now, zone), severity, status, changedSince, sort }
}
