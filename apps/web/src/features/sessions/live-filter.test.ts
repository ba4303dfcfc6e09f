import { print } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { composeFilter, printSort, readSort } from './live-filter.ts'
import type { SessionsSearch } from './sessions-search.ts'

const now = Date.parse('2026-11-23T12:00:00.789Z')
const composed = (search: SessionsSearch) => {
  const filter = composeFilter(search, now)
  return filter.ok
    ? filter.tree
      ? print(filter.tree)
      : ''
    : filter.errors.map((error) => error.code)
}

describe('composeFilter', () => {
  it.each<[string, SessionsSearch, string]>([
    ['the usual range', {}, 'CreationTimeUTC>="2026-11-16T12:00:00Z"'],
    ['a preset', { range: '24h' }, 'CreationTimeUTC>="2026-11-22T12:00:00Z"'],
    ['all', { range: 'all' }, ''],
    [
      'own ends',
      { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
      'CreationTimeUTC>="2026-11-01T00:00:00Z";CreationTimeUTC<"2026-11-02T00:00:00Z"',
    ],
    [
      'choices',
      { range: 'all', result: ['Failed', 'Warning'], state: ['Stopped'] },
      '(Result=="Failed",Result=="Warning");State=="Stopped"',
    ],
    [
      'a filter beside a choice',
      { range: 'all', result: ['Failed'], filter: 'PolicyName=="a",PolicyName=="b"' },
      'Result=="Failed";(PolicyName=="a",PolicyName=="b")',
    ],
  ])('%s', (_name, search, text) => expect(composed(search)).toBe(text))

  it('never drops a filter that cannot be read', () => {
    expect(composed({ filter: 'Nonsense=="1"' })).toEqual(['unknown-field'])
  })
})

describe('readSort', () => {
  it.each([
    [undefined, { field: 'CreationTimeUTC', descending: true }],
    ['result', { field: 'Result', descending: false }],
    ['-PolicyName', { field: 'PolicyName', descending: true }],
  ])('%s', (sort, read) => {
    expect(readSort(sort === undefined ? {} : { sort })).toEqual(read)
    expect(readSort({ sort: printSort(read) })).toEqual(read)
  })
  it('knows no other field', () => expect(readSort({ sort: 'Duration' })).toBeUndefined())
})
