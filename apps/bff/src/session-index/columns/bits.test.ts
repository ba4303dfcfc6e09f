import { describe, expect, it } from 'vitest'
import { Bits } from './bits.ts'

const numbersOf = (bits: Bits) =>
  Array.from({ length: bits.size }, (_, number) => number).filter((number) => bits.has(number))

describe('Bits', () => {
  it('has what was added, on either side of a byte’s end', () => {
    const bits = new Bits(18)
    for (const number of [0, 7, 8, 17]) bits.add(number)
    expect(numbersOf(bits)).toEqual([0, 7, 8, 17])
  })

  it('begins with what another one has, and leaves that as it was', () => {
    const before = new Bits(9)
    before.add(8)
    const after = new Bits(20, before)
    after.add(9)
    expect(numbersOf(after)).toEqual([8, 9])
    expect(numbersOf(before)).toEqual([8])
  })

  it('tells that it has none', () => {
    expect(new Bits(9).isEmpty).toBe(true)
    const bits = new Bits(9)
    bits.add(0)
    expect(bits.isEmpty).toBe(false)
    expect(new Bits(9, bits).isEmpty).toBe(false)
    expect(new Bits(9, new Bits(9)).isEmpty).toBe(true)
  })

  it('has nothing beyond its size', () => {
    expect(new Bits(3).has(1000)).toBe(false)
  })
})
