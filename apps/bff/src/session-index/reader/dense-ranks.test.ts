import { expect, it } from 'vitest'
import { ranksOf } from './dense-ranks.ts'

it('are equal for what is equal, in order of code units', () => {
  expect(Array.from(ranksOf(['b', 'a', 'b', '', 'ä', 'B']))).toEqual([4, 3, 4, 1, 5, 2])
})
