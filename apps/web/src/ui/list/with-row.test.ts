import { expect, it } from 'vitest'
import { withRow } from './with-row.ts'

it.each([
  [undefined, [4, 5, 6]],
  [5, [4, 5, 6]],
  [1, [1, 4, 5, 6]],
  [9, [4, 5, 6, 9]],
  [10, [4, 5, 6]],
])('rows 4 to 6 of 10 with row %s are %j', (row, rows) =>
  expect(withRow([4, 5, 6], row, 10)).toEqual(rows),
)
