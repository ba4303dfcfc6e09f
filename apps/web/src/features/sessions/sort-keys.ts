import { ownSortFields } from '@cdp-watch/contract'
import { fieldsOf } from '@cdp-watch/em-filter'
import type { LiveSort } from '../../api/live-pages.ts'
import { sessionType } from './session-type.ts'

/** One key of a sort, by the dashboard's name of the field: `creationTimeUTC`, `health`. */
export interface SortKey {
  field: string
  descending: boolean
}

/** Keys one sort can have. */
const mostKeys = 5
const newestFirst: SortKey = { field: 'creationTimeUTC', descending: true }
const emFields = fieldsOf(sessionType)

/** Fields by every name an address may give them: the dashboard's or EM's, in any case. */
const fieldByName: ReadonlyMap<string, string> = new Map([
  ...ownSortFields.map((field) => [field.toLowerCase(), field] as const),
  ...emFields.map((field) => [field.name.toLowerCase(), field.key] as const),
  ...emFields.map((field) => [field.key.toLowerCase(), field.key] as const),
])

/** The sort in force, most important key first; undefined where the address names what cannot be sorted by. */
export function readSort(text: string | undefined): readonly SortKey[] | undefined {
  if (text === undefined) return [newestFirst]
  const keys: SortKey[] = []
  for (const part of text.split(',')) {
    const descending = part.startsWith('-')
    const field = fieldByName.get((descending ? part.slice(1) : part).toLowerCase())
    if (field === undefined || keys.some((key) => key.field === field)) return undefined
    keys.push({ field, descending })
  }
  return keys.length > mostKeys ? undefined : keys
}

/** How the address and the index write a sort. */
export function printSort(keys: readonly SortKey[]): string {
  return keys.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',')
}

/** Times and counts are wanted from the top first, failure texts so that the empty ones come last; names from A, health from the worst. */
function firstDirection(field: string): SortKey {
  const fromTop = [
    'creationTimeUTC',
    'endTimeUTC',
    'result',
    'duration',
    'vmsFailed',
    'failureText',
    'failureMessage',
  ]
  return { field, descending: fromTop.includes(field) }
}

/**
 * The sort after a click on a column's head: by it alone, or turned round where it is the only key
 * already. With `adding`, as the last of several; a second time turned round, a third time taken out.
 */
export function sortByClick(
  keys: readonly SortKey[],
  field: string,
  adding: boolean,
): readonly SortKey[] {
  const first = firstDirection(field)
  const at = keys.findIndex((key) => key.field === field)
  const known = keys[at]
  if (!adding) {
    const only = known !== undefined && keys.length === 1
    return [only ? { field, descending: !known.descending } : first]
  }
  if (known === undefined) return [...keys, first].slice(-mostKeys)
  if (known.descending === first.descending)
    return keys.with(at, { field, descending: !known.descending })
  return keys.length === 1 ? [first] : keys.toSpliced(at, 1)
}

/** What EM, which takes one key, can do of a sort. */
export interface LiveOrder {
  sort: LiveSort
  /** The same as keys. */
  keys: readonly SortKey[]
  /** What it cannot do, in words. */
  lost: string | undefined
}

/** The order EM can give for a sort. */
export function liveSortOf([key = newestFirst, ...rest]: readonly SortKey[]): LiveOrder {
  const field = emFields.find((each) => each.key === key.field)
  if (field === undefined) {
    const lost = 'Enterprise Manager does not know what this sort goes by: newest first'
    return { ...liveSortOf([newestFirst]), lost }
  }
  return {
    sort: { field: field.name, descending: key.descending },
    keys: [key],
    lost: rest.length === 0 ? undefined : 'Enterprise Manager sorts by one field only: the first',
  }
}
