import { describe, expect, it } from 'vitest'
import { createRandom, shuffle } from './random.ts'

const draw = (seed: number) => {
  const random = createRandom(seed)
  return Array.from({ length: 2000 }, () => random.below(10))
}

describe('createRandom', () => {
  it('gives the same for a seed, and another for another', () => {
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  it('gives every whole number below the end, about as often', () => {
    const counts = Object.groupBy(draw(3), String)
    expect(Object.keys(counts)).toHaveLength(10)
    for (const values of Object.values(counts)) expect(values?.length).toBeGreaterThan(140)
  })

  it('picks from nothing only with words', () => {
    expect(() => createRandom(1).pick([])).toThrow('nothing to pick')
  })
})

describe('shuffle', () => {
  it('keeps all values and changes their order', () => {
    const values = Array.from({ length: 50 }, (_, index) => index)
    const shuffled = shuffle(values, createRandom(1))
    expect(shuffled).not.toEqual(values)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(values)
  })
})
