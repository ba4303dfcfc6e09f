import { expect, it } from 'vitest'
import { sessionNameTail } from './session-name-tail.ts'

it.each([
  ['Gold@2026-06-14 15:00', 'Gold', '@2026-06-14 15:00'],
  ['Gold@Home@15:00 PM', 'Gold@Home', '@15:00 pm'],
  ['GOLD@15:00', 'Gold', 'gold@15:00'],
  ['Golden@15:00', 'Gold', 'golden@15:00'],
  ['Old name@15:00', 'New name', 'old name@15:00'],
  ['E\u0301T\u00c9', 'Gold', '\u00e9t\u00e9'],
  ['Gold', 'Gold', 'gold'],
])('of %j with policy %j is %j', (name, policyName, tail) => {
  expect(sessionNameTail({ name, policyName })).toBe(tail)
})
