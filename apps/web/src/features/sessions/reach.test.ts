import { expect, it } from 'vitest'
import { reachableRows } from './reach.ts'

it.each([
  [0, 36, 0],
  [450_000, 36, 450_000],
  [1_000_000, 36, 494_444],
  [450_000, 64, 278_125],
])('of %i rows of %i pixels %i can be reached', (count, height, reachable) => {
  expect(reachableRows(count, height)).toBe(reachable)
})
