import { type FilterTree, print } from '@cdp-watch/em-filter'
import type { SessionsSelection } from '../../api/sessions.ts'
import { rangeEnds } from '../../ui/range/time-range.ts'
import type { SessionsSearch } from './sessions-search.ts'
import { printSort, type SortKey } from './sort-keys.ts'

/** The page's state as a question for the index. `now` in milliseconds; `own` and `sort` are those of the address, read. */
export function indexSelection(
  search: SessionsSearch,
  own: FilterTree | undefined,
  sort: readonly SortKey[],
  now: number,
): SessionsSelection {
  const { state, result, health, policyUid, backupServerUid, failure, q } = search
  return {
    ...rangeEnds(search, now),
    state,
    result,
    health,
    policyUid,
    backupServerUid,
    failure,
    q,
    filter: own === undefined ? undefined : print(own),
    sort: printSort(sort),
  }
}
