import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stableSort } from './stable-sort.ts'

const key = fc.oneof(fc.nat(3), fc.nat(5000), fc.maxSafeNat())

it('sorts as the sort of arrays does, and leaves what it was given alone', () => {
  fc.assert(
    fc.property(fc.array(key), fc.boolean(), (keys, descending) => {
      const positions = Uint32Array.from(keys.keys()).reverse()
      const given = Array.from(positions)
      const keyOf = (position: number) => keys[position] ?? 0
      const sorted = stableSort(positions, keyOf, descending)
      const expected = given.toSorted((a, b) => (keyOf(a) - keyOf(b)) * (descending ? -1 : 1))
      expect(Array.from(sorted)).toEqual(expected)
      expect(Array.from(positions)).toEqual(given)
    }),
  )
})
