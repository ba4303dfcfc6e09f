import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstAtOrAfter, mergeByStart } from './start-order.ts'

describe('the order by start', () => {
  it('is that of a stable sort, however many come at once', () => {
    const batches = fc.array(fc.array(fc.nat(9)))
    fc.assert(
      fc.property(batches, (all) => {
        const created = Float64Array.from(all.flat())
        const buffer = new Uint32Array(created.length)
        let count = 0
        for (const batch of all) {
          const more = batch.map((_, index) => count + index)
          mergeByStart(buffer, count, more, created)
          count += batch.length
        }
        const sorted = [...created.keys()].sort((a, b) => (created[a] ?? 0) - (created[b] ?? 0))
        expect(Array.from(buffer)).toEqual(sorted)
      }),
    )
  })

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 3],
    [5, 4],
  ])('has what started at %i or later from index %i on', (time, index) => {
    const created = Float64Array.of(3, 1, 3, 4)
    expect(firstAtOrAfter(Uint32Array.of(1, 0, 2, 3), created, time)).toBe(index)
  })
})
