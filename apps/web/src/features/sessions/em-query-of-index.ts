import type { FilterTree } from '@cdp-watch/em-filter'
import { type EmPath, emPathOf } from './em-path.ts'
import { liveRefusals, refusedByLive } from './live-limits.ts'
import { emFilterOf } from './page-filter.ts'
import type { SessionsSearch } from './sessions-search.ts'
import { liveSortOf, type SortKey } from './sort-keys.ts'

/** The query of EM that finds the same sessions as the index, or why there is none. `now` in milliseconds. */
export function emQueryOfIndex(
  search: SessionsSearch,
  own: FilterTree | undefined,
  sort: readonly SortKey[],
  now: number,
): EmPath {
  const refused = refusedByLive(search).map((key) => liveRefusals[key])
  if (refused.length > 0) return { ok: false, reason: `${refused.join('; ')}.` }
  return emPathOf(emFilterOf(search, own, now), liveSortOf(sort).sort)
}
