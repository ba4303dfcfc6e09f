import { expect, it } from 'vitest'
import { pagesInSight } from './pages-in-sight.ts'

it.each([
  [0, 0, []],
  [0, 40, []],
  [0, 75, [1]],
  [60, 90, [1]],
  [95, 125, [1]],
  [180, 215, [1, 2]],
  [350, 380, [3, 4]],
])('rows %i to %i are on pages %j', (first, last, pages) =>
  expect(pagesInSight(first, last, 100)).toEqual(pages),
)
