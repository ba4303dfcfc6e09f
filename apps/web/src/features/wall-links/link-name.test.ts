import { expect, it } from 'vitest'
import { nameProblem } from './link-name.ts'

const links = [
  { name: 'NOC north', revokedUTC: null },
  { name: 'Lobby', revokedUTC: '2026-06-15T09:30:00.000Z' },
]

it.each([
  ['NOC south', undefined],
  ['Lobby', undefined],
  [' x '.padEnd(80, 'x'), undefined],
  ['', /^Name the screen/],
  ['   ', /^Name the screen/],
  [' noc NORTH ', /^“noc NORTH” has a wall link already/],
  ['x'.repeat(81), /1 character too long/],
  ['x'.repeat(1080), /1.000 characters too long/],
])('of %j: %s', (name, expected) => {
  const problem = nameProblem(name, links)
  if (expected === undefined) expect(problem).toBeUndefined()
  else expect(problem).toMatch(expected)
})
