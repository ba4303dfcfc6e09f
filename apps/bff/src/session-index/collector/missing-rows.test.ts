import { describe, expect, it } from 'vitest'
import type { Rows } from './em-rows.ts'
import { goneOf, searchFor } from './missing-rows.ts'

const rows = (uids: string[], leftOut: (string | null)[] = []): Rows<'CdpReplicaSession'> => ({
  items: uids.map((uid) => ({
    uid,
    name: uid,
    policyUid: null,
    policyName: '',
    policyType: null,
    creationTimeUTC: '2026-06-15T12:00:00.000Z',
    endTimeUTC: null,
    state: 'Working',
    result: 'None',
    progress: 0,
    failureMessage: null,
    isRetry: false,
    backupServerUid: null,
    backupServerName: null,
  })),
  leftOut: new Set(leftOut),
})

describe('what is known and was not answered', () => {
  it('is looked for by UID', () => {
    const search = searchFor(['a', 'b', 'c'], rows(['b', 'x']))
    expect(search).toEqual({ by: { field: 'Id', uids: ['a', 'c'], most: 60 }, isWhole: true })
  })

  it('is looked for in parts where there is very much of it', () => {
    const known = Array.from({ length: 2000 }, (_, n) => String(n))
    const search = searchFor(known, rows(['0']))
    expect(search.by.uids).toEqual(known.slice(1, 1201))
    expect(search.isWhole).toBe(false)
  })
})

describe('what is not found', () => {
  it.each([
    ['is gone', ['a', 'b'], rows(['b']), ['a']],
    ['is not gone where it is there and cannot be read', ['a', 'b'], rows([], ['a']), ['b']],
    ['may be what cannot be read at all', ['a', 'b'], rows([], [null]), []],
    ['is nothing', [], rows([]), []],
  ])('%s', (_name, uids, found, gone) => {
    expect(goneOf(uids, found)).toEqual(gone)
  })
})
