import { expect, it } from 'vitest'
import { wordsForBars } from './bar-words.ts'

const counts = {
  fromUTC: '2026-06-15T00:00:00.000Z',
  stepSeconds: 3600,
  ok: [10, 0, 1200],
  unknown: [0, 1, 0],
  warning: [5, 0, 0],
  failed: [5, 0, 1],
}

it.each([
  [0, 0, '15 Jun 00:00 – 15 Jun 01:00: 5 failed, 5 warning, 10 OK'],
  [0, 2, '15 Jun 00:00 – 15 Jun 03:00: 6 failed, 5 warning, 1 unknown, 1\u00a0210 OK'],
  [3, 3, '15 Jun 03:00 – 15 Jun 04:00: none'],
])('bars %i to %i', (first, last, words) => {
  const now = Date.parse('2026-06-20T00:00:00Z')
  expect(wordsForBars(counts, { first, last }, 'utc', now)).toBe(words)
})
