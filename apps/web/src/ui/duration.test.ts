import { describe, expect, it } from 'vitest'
import { durationOf, formatAge, formatDuration } from './duration.ts'

describe('formatDuration', () => {
  it.each([
    [-5, '0 s'],
    [8_400, '8 s'],
    [59_999, '59 s'],
    [41 * 60_000, '41 m'],
    [7 * 3_600_000 + 32 * 60_000, '7 h 32 m'],
    [86_400_000, '1 d 0 h'],
    [86_445_000, '1 d 0 h'],
    [12 * 86_400_000 + 5 * 3_600_000, '12 d 5 h'],
  ])('%i ms is %s', (ms, words) => expect(formatDuration(ms)).toBe(words))
})

describe('formatAge', () => {
  it.each([
    [-1, '0 s ago'],
    [8_000, '8 s ago'],
    [11 * 60_000, '11 min ago'],
    [26 * 3_600_000, '26 h ago'],
    [3 * 86_400_000, '3 days ago'],
  ])('%i ms is %s', (ms, words) => expect(formatAge(ms)).toBe(words))
})

describe('durationOf', () => {
  const creationTimeUTC = '2026-11-22T01:00:00Z'
  it('runs to now while there is no end', () => {
    expect(
      durationOf({ creationTimeUTC, endTimeUTC: null }, Date.parse('2026-11-22T08:32:00Z')),
    ).toBe('7 h 32 m')
  })
  it('is never negative when clocks differ', () => {
    expect(
      durationOf({ creationTimeUTC, endTimeUTC: null }, Date.parse('2026-11-22T00:00:00Z')),
    ).toBe('0 s')
  })
})
