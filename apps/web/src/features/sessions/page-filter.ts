import { and, condition, type FilterError, type FilterTree, or, parse } from '@cdp-watch/em-filter'
import { rangeEnds } from '../../ui/range/time-range.ts'
import { choiceFields } from './choice-fields.ts'
import { sessionType } from './session-type.ts'
import type { SessionsSearch } from './sessions-search.ts'

/** The filter that a person wrote or built; one that cannot be read is an error, never a wider result. */
export type OwnFilter =
  | { ok: true; tree: FilterTree | undefined }
  | { ok: false; errors: readonly FilterError[] }

/** Reads the page's own filter. */
export function readOwnFilter(search: SessionsSearch): OwnFilter {
  return parse(search.filter ?? '', sessionType)
}

/** What of the page's state EM can be asked for, as one filter: its own, the range and the rail's choices. `now` in milliseconds. */
export function emFilterOf(
  search: SessionsSearch,
  own: FilterTree | undefined,
  now: number,
): FilterTree | undefined {
  const { from, to } = rangeEnds(search, now)
  const choices = choiceFields.flatMap(({ key, field }) => {
    const values = search[key] ?? []
    return field === undefined || values.length === 0
      ? []
      : [or(...values.map((value) => condition(field, '==', value)))]
  })
  return and(
    from === undefined ? undefined : condition('CreationTimeUTC', '>=', from),
    to === undefined ? undefined : condition('CreationTimeUTC', '<', to),
    ...choices,
    own,
  )
}
