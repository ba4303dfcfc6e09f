import { paths } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { urlOf } from '../../api/request.ts'
import { indexSelection } from './index-selection.ts'
import { readOwnFilter } from './page-filter.ts'
import type { SessionsSearch } from './sessions-search.ts'
import { readSort } from './sort-keys.ts'

const now = Date.parse('2026-11-23T12:00:00.789Z')

function asked(search: SessionsSearch): string {
  const own = readOwnFilter(search)
  if (!own.ok) throw new Error('the filter cannot be read')
  const selection = indexSelection(search, own.tree, readSort(search.sort) ?? [], now)
  return decodeURIComponent(urlOf(paths.sessions, { ...selection }))
}

describe('indexSelection', () => {
  it.each<[string, SessionsSearch, string]>([
    ['the usual range', {}, 'from=2026-11-16T12:00:00Z&sort=-creationTimeUTC'],
    ['everything', { range: 'all' }, 'sort=-creationTimeUTC'],
    [
      'an open range',
      { to: '2026-11-02T00:00:00Z' },
      'to=2026-11-02T00:00:00Z&sort=-creationTimeUTC',
    ],
    [
      'choices, each as often as chosen',
      {
        range: 'all',
        health: ['failed', 'warning'],
        state: ['Working'],
        sort: '-health,PolicyName',
      },
      'state=Working&health=failed&health=warning&sort=-health,policyName',
    ],
    [
      'a group of failures',
      { range: 'all', failure: ['2-abc'] },
      'failure=2-abc&sort=-creationTimeUTC',
    ],
    [
      'a search and a filter with “contains”',
      { range: 'all', q: 'prx-07', filter: 'policyname~=gold' },
      'q=prx-07&filter=PolicyName~="gold"&sort=-creationTimeUTC',
    ],
  ])('%s', (_name, search, query) => expect(asked(search)).toBe(`/api/sessions?${query}`))
})
