import { expect, it } from 'vitest'
import { momentAndAge, momentWords, sinceWords, startWords } from './wall-moment.ts'

/** By the zone of whoever runs the tests, as a screen's are by its own. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime()
const now = at(25, 14, 32)
const utc = (ms: number) => new Date(ms).toISOString()

it.each([
  [momentWords(at(25, 9, 5), now), '09:05'],
  [momentWords(at(22, 9, 5), now), '22 Nov 09:05'],
  [momentAndAge(at(25, 14, 20), now), '14:20, 12 min ago'],
  [startWords(at(25, 9, 5), now), '09:05'],
  [startWords(at(22, 9, 5), now), '22 Nov'],
  [sinceWords(utc(at(25, 1, 12)), now), '13 h 20 m'],
  [sinceWords(utc(at(24, 14, 33)), now), '23 h 59 m'],
  [sinceWords(utc(at(24, 14, 32)), now), 'since 24 Nov'],
])('%s', (words, expected) => {
  expect(words).toBe(expected)
})
