import { and, condition } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { emPathOf } from './em-path.ts'

const newestFirst = { field: 'CreationTimeUTC', descending: true }

describe('emPathOf', () => {
  it('writes the query as EM takes it', () => {
    const filter = and(condition('Result', '==', 'Failed'), condition('PolicyName', '==', 'a b'))
    expect(emPathOf(filter, newestFirst)).toEqual({
      ok: true,
      path: '/api/query?type=CdpReplicaSession&format=Entities&filter=Result%3D%3D%22Failed%22%3BPolicyName%3D%3D%22a%20b%22&sortDesc=CreationTimeUTC&pageSize=200&page=1',
    })
    expect(emPathOf(undefined, { field: 'Name', descending: false })).toEqual({
      ok: true,
      path: '/api/query?type=CdpReplicaSession&format=Entities&sortAsc=Name&pageSize=200&page=1',
    })
  })

  it('says why EM cannot be asked', () => {
    const path = emPathOf(condition('PolicyName', '~=', 'gold'), newestFirst)
    expect(path).toMatchObject({ ok: false, reason: expect.stringContaining('contains') })
  })
})
