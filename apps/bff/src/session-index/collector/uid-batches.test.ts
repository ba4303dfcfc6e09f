import { encode, print } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { uidBatches } from './uid-batches.ts'

const urn = (n: number) => `urn:veeam:CdpReplicaSession:${String(n).padStart(36, '0')}`
const uids = (count: number) => Array.from({ length: count }, (_, n) => urn(n))

describe('batches of UIDs', () => {
  it.each([
    [0, 60, []],
    [1, 60, [1]],
    [60, 60, [60]],
    [61, 60, [60, 1]],
    [125, 60, [60, 60, 5]],
    [90, 40, [40, 40, 10]],
  ])('%i, at most %i, are %j', (count, most, sizes) => {
    const batches = uidBatches('Id', uids(count), most)
    const texts = batches.map(print)
    expect(texts.map((text) => text.split(',').length)).toEqual(sizes)
    expect(texts.join(',').split(',').filter(Boolean)).toEqual(
      uids(count).map((uid) => `Id=="${uid}"`),
    )
    for (const text of texts) expect(encode(text).length).toBeLessThanOrEqual(6000)
  })

  it('are smaller where the UIDs are long, and never left out', () => {
    const long = [1, 2, 3, 4].map((n) => 'x'.repeat(2500) + n)
    expect(uidBatches('Id', long, 60).map((batch) => print(batch).split(',').length)).toEqual([
      2, 2,
    ])
    const longer = ['x'.repeat(9000), 'y']
    expect(uidBatches('Id', longer, 60)).toHaveLength(2)
  })

  it('hold each UID once, whatever it is made of', () => {
    expect(uidBatches('Id', ['a"b,c', 'a"b,c'], 60).map(print)).toEqual(['Id=="a""b,c"'])
  })
})
