import { describe, expect, it } from 'vitest'
import { Bits } from './bits.ts'
import { TextSets } from './text-sets.ts'

function sampleSets(): TextSets {
  const sets = new TextSets()
  sets.add(2, '7,12,3')
  sets.add(3, '5')
  sets.add(3000, '12,1000000')
  return sets
}

describe('sets of texts', () => {
  it.each([
    [0, []],
    [1, []],
    [2, [7, 12, 3]],
    [3, [5]],
    [4, []],
    [2999, []],
    [3000, [12, 1_000_000]],
    [3001, []],
  ])('%i holds %j', (id, members) => {
    const sets = sampleSets()
    expect(Array.from(sets.members(id))).toEqual(members)
    expect(sets.first(id)).toBe(members[0] ?? 0)
  })

  it('are true where one of their texts is', () => {
    const texts = new Bits(13)
    texts.add(12)
    const truth = sampleSets().truth(texts)
    expect(truth.length).toBe(3001)
    expect([...truth.keys()].filter((id) => truth[id] === 1)).toEqual([2, 3000])
  })
})
