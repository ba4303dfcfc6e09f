import { expect, it } from 'vitest'
import { newRowsWords } from './new-rows-words.ts'

it.each([
  [0, 0, false, undefined],
  [0, 7, false, undefined],
  [3, 7, false, '3 new'],
  [3, 1, true, '3 new, 1 changed'],
  [0, 1, true, '1 changed'],
  [0, 0, true, 'Not in order any more'],
])('%i new, %i changed, moved: %s', (added, changed, isMoved, words) => {
  expect(newRowsWords({ added, changed, isMoved })).toBe(words)
})
