import { describe, expect, it } from 'vitest'
import {
  changeSearch,
  type FailuresSearch,
  failuresSearchSchema,
  groupSearchSchema,
  isFiltered,
  noFilters,
  notOnWalls,
  sessionsMeant,
} from './failures-search.ts'

describe('the address of Failures', () => {
  it.each([
    [{ severity: 'failed' }, { severity: ['failed'] }],
    [
      { status: ['new', 'returned'], changedSince: '2026-06-15T04:00:00Z', sort: '-sessions' },
      { status: ['new', 'returned'], changedSince: '2026-06-15T04:00:00Z', sort: '-sessions' },
    ],
    [
      { range: '7d', q: 'proxy', other: 'x' },
      { range: '7d', q: 'proxy' },
    ],
  ])('%j', (search, read) => expect(failuresSearchSchema.parse(search)).toEqual(read))

  it.each([
    { status: 'gone' },
    { severity: 'bad' },
    { sort: 'template' },
    { changedSince: '8h' },
    { range: '1y' },
    { q: 'x'.repeat(201) },
  ])('%j is refused, not passed over', (search) =>
    expect(failuresSearchSchema.safeParse(search).success).toBe(false),
  )

  it('leaves out what is taken away or empty', () => {
    const search = failuresSearchSchema.parse({ severity: 'failed', q: 'a', sort: 'vms' })
    expect(changeSearch(search, { severity: [], q: '', sort: undefined })).toEqual({})
  })

  it.each<[FailuresSearch, boolean]>([
    [{}, false],
    [{ range: 'all', sort: 'vms' }, false],
    [{ q: 'a' }, true],
    [{ severity: ['failed'] }, true],
    [{ status: ['new'] }, true],
    [{ policyUid: ['a'] }, true],
    [{ backupServerUid: ['a'] }, true],
    [{ changedSince: '2026-06-15T04:00:00Z' }, true],
  ])('%j is filtered: %s, and no more without its filters', (search, filtered) => {
    expect(isFiltered(search)).toBe(filtered)
    expect(isFiltered(changeSearch(search, noFilters))).toBe(false)
  })
})

it.each([
  [{ q: 'a', severity: ['failed'], policyUid: ['p'] }, []],
  [{ status: ['new'] }, ['the status']],
  [{ status: ['new'], changedSince: '2026-06-15T04:00:00Z' }, ['the status', '“changed since”']],
])('of %j no wall can hold %j', (search, words) => {
  expect(notOnWalls(failuresSearchSchema.parse(search))).toEqual(words)
})

describe('the address of a group', () => {
  it('takes over which sessions are meant, and nothing else', () => {
    const sessions = { range: '7d', q: 'a', policyUid: ['p'], backupServerUid: ['s'] } as const
    const list = failuresSearchSchema.parse({ ...sessions, status: 'new', sort: 'vms' })
    expect(sessionsMeant(list)).toEqual(sessions)
    const group = groupSearchSchema.parse({ ...sessions, session: 'urn:a' })
    expect(sessionsMeant(group)).toEqual(sessions)
  })
})
