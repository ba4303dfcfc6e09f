import {
  and,
  condition,
  type FilterError,
  type FilterTree,
  findField,
  or,
  parse,
} from '@cdp-watch/em-filter'
import type { LiveSort } from '../../api/live-pages.ts'
import type { SessionsSearch } from './sessions-search.ts'
import { rangeFilter } from './time-range.ts'

export const sessionType = 'CdpReplicaSession'

/** Filters of the page that take several values: the address' key, EM's field, and its name for people. */
export const choiceFields = [
  { key: 'result', field: 'Result', label: 'Result' },
  { key: 'state', field: 'State', label: 'State' },
  { key: 'backupServerUid', field: 'BackupServerUid', label: 'Server' },
  { key: 'policyUid', field: 'PolicyUid', label: 'Policy' },
] as const
export type ChoiceKey = (typeof choiceFields)[number]['key']

/** `tree` is all of it; `own` the part that a person wrote or built. */
export type ComposedFilter =
  | { ok: true; tree: FilterTree | undefined; own: FilterTree | undefined }
  | { ok: false; errors: readonly FilterError[] }

/** The page's state as one filter for EM. A filter that cannot be read is an error, never a wider result. */
export function composeFilter(search: SessionsSearch, now: number): ComposedFilter {
  const own = parse(search.filter ?? '', sessionType)
  if (!own.ok) return own
  const range = rangeFilter(search, now)
  const choices = choiceFields.flatMap(({ key, field }) => {
    const values = search[key] ?? []
    return values.length === 0 ? [] : [or(...values.map((value) => condition(field, '==', value)))]
  })
  const parts = [...(range ? [range] : []), ...choices, ...(own.tree ? [own.tree] : [])]
  return { ok: true, tree: and(...parts), own: own.tree }
}

/** The sort in force; undefined where the address names a field EM does not have. */
export function readSort(search: SessionsSearch): LiveSort | undefined {
  const text = search.sort ?? '-CreationTimeUTC'
  const descending = text.startsWith('-')
  const field = findField(sessionType, descending ? text.slice(1) : text)
  return field ? { field: field.name, descending } : undefined
}

/** How the address writes a sort. */
export function printSort(sort: LiveSort): string {
  return `${sort.descending ? '-' : ''}${sort.field}`
}
