import { describe, expect, it } from 'vitest'
import { emQueryOfIndex } from './em-query-of-index.ts'
import { readOwnFilter } from './page-filter.ts'
import type { SessionsSearch } from './sessions-search.ts'
import { readSort } from './sort-keys.ts'

const now = Date.parse('2026-11-23T12:00:00.789Z')

function query(search: SessionsSearch) {
  const own = readOwnFilter(search)
  if (!own.ok) throw new Error('the filter cannot be read')
  const found = emQueryOfIndex(search, own.tree, readSort(search.sort) ?? [], now)
  return found.ok ? decodeURIComponent(found.path) : found.reason
}

describe('emQueryOfIndex', () => {
  it.each<[string, SessionsSearch, RegExp]>([
    [
      'a filter EM knows',
      { range: 'all', result: ['Failed'] },
      /filter=Result=="Failed"&sortDesc=CreationTimeUTC/,
    ],
    ['its first sort key', { range: 'all', sort: 'policyName,-state' }, /sortAsc=PolicyName/],
    ['a search', { q: 'prx' }, /cannot search/],
    ['health', { health: ['failed'] }, /does not know a session’s health/],
    ['contains', { filter: 'PolicyName~=gold' }, /contains/],
  ])('%s', (_name, search, found) => expect(query(search)).toMatch(found))
})
