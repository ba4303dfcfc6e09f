import { print } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { emFilterOf, readOwnFilter } from './page-filter.ts'
import type { SessionsSearch } from './sessions-search.ts'

const now = Date.parse('2026-11-23T12:00:00.789Z')
const filterOf = (search: SessionsSearch) => {
  const own = readOwnFilter(search)
  return own.ok ? print(emFilterOf(search, own.tree, now)) : own.errors.map((error) => error.code)
}

describe('the filter for EM', () => {
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
    ['what EM does not have is not in it', { range: 'all', health: ['failed'], q: 'x' }, ''],
  ])('%s', (_name, search, text) => expect(filterOf(search)).toBe(text))

  it('never drops a filter that cannot be read', () => {
    expect(filterOf({ filter: 'Nonsense=="1"' })).toEqual(['unknown-field'])
  })
})
