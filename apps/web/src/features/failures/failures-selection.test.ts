import { failuresQuerySchema, paths } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { urlOf } from '../../api/request.ts'
import type { FailuresSearch } from './failures-search.ts'
import { failuresSelection } from './failures-selection.ts'

const now = Date.parse('2026-11-23T12:00:00.789Z')

describe('failuresSelection', () => {
  it.each<[string, FailuresSearch, string]>([
    ['the usual range', {}, 'from=2026-10-24T12:00:00Z'],
    ['a day', { range: '24h' }, 'from=2026-11-22T12:00:00Z'],
    ['everything that is kept', { range: 'all' }, 'from=1970-01-01T00:00:00Z'],
    [
      'a range without a beginning',
      { to: '2026-11-02T00:00:00Z' },
      'from=1970-01-01T00:00:00Z&to=2026-11-02T00:00:00Z',
    ],
    [
      'filters, a shift and an order',
      {
        range: 'all',
        q: 'prx-07',
        policyUid: ['p', 'q'],
        severity: ['failed'],
        status: ['new', 'returned'],
        changedSince: '2026-11-23T05:00:00Z',
        sort: '-vms',
      },
      'from=1970-01-01T00:00:00Z&q=prx-07&policyUid=p&policyUid=q&severity=failed&status=new&status=returned&changedSince=2026-11-23T05:00:00Z&sort=-vms',
    ],
  ])('%s', (_name, search, query) => {
    const { zone, ...selection } = failuresSelection(search, now, 'Europe/Oslo')
    expect(zone).toBe('Europe/Oslo')
    const url = new URL(urlOf(paths.failures, selection), 'http://localhost')
    expect(decodeURIComponent(url.search.slice(1))).toBe(query)
    const asked = { ...selection, zone }
    expect(failuresQuerySchema.safeParse(asked).success).toBe(true)
  })
})
