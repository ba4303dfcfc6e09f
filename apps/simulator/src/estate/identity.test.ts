import { describe, expect, it } from 'vitest'
import type { Identity } from './identity.ts'
import { guidInUid, guidOf, guidOrder, identityOf, startOfGuid } from './identity.ts'

const identities: Identity[] = [
  { kind: 'session', policy: 0, day: 20_780, slot: 0, vm: 0, part: 0 },
  { kind: 'session', policy: 4_999, day: 20_781, slot: 1, vm: 0, part: 0 },
  { kind: 'task', policy: 49_999, day: 20_782, slot: 1, vm: 1_599, part: 6 },
  { kind: 'policy', policy: 17, day: 0, slot: 0, vm: 0, part: 0 },
  { kind: 'server', policy: 3, day: 0, slot: 0, vm: 0, part: 0 },
]

describe('GUIDs', () => {
  it.each(identities)('lead back to $kind of policy $policy', (identity) => {
    const guid = guidOf(7, identity)
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(identityOf(7, guid)).toEqual(identity)
    expect(identityOf(7, guid.toUpperCase())).toEqual(identity)
    expect(guidOrder(7, identity)).toBe(startOfGuid(guid))
  })

  it('differ from seed to seed and do not lead back with another', () => {
    for (const identity of identities) {
      expect(guidOf(8, identity)).not.toBe(guidOf(7, identity))
      expect(identityOf(8, guidOf(7, identity))).toBeUndefined()
    }
  })

  it.each([
    '',
    'x',
    '00000000-0000-4000-8000-000000000000',
    'a9a759dd-4496-4f50-8fc0-f925aa283f8d',
  ])('nobody has made %j', (guid) => expect(identityOf(7, guid)).toBeUndefined())

  it('are taken bare or out of a URN', () => {
    expect(guidInUid('urn:veeam:CdpPolicy:ab-1')).toBe('ab-1')
    expect(guidInUid('ab-1')).toBe('ab-1')
  })
})
