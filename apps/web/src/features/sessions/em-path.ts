import { encode, type FilterTree, printForEm } from '@cdp-watch/em-filter'
import type { LiveSort } from '../../api/live-pages.ts'
import { sessionType } from './session-type.ts'

/** Rows a copied query asks for; EM's own default is fewer. */
const pageSize = 200

/** EM's own path and query for a filter, percent-encoded, or why EM cannot be asked for it. */
export type EmPath = { ok: true; path: string } | { ok: false; reason: string }

/** The query of EM that is equivalent to a filter: its first page. */
export function emPathOf(filter: FilterTree | undefined, sort: LiveSort): EmPath {
  const printed = printForEm(filter)
  if (!printed.ok) return { ok: false, reason: printed.error.message }
  const parts = [
    `type=${sessionType}`,
    'format=Entities',
    ...(printed.text === '' ? [] : [`filter=${encode(printed.text)}`]),
    `${sort.descending ? 'sortDesc' : 'sortAsc'}=${sort.field}`,
    `pageSize=${pageSize}`,
    'page=1',
  ]
  return { ok: true, path: `/api/query?${parts.join('&')}` }
}
