import { describe, expect, it } from 'vitest'
import { ticksBetween } from './histogram-ticks.ts'

const ticks = (from: string, to: string, most: number) =>
  ticksBetween(Date.parse(from), Date.parse(to), 'utc', most).map(
    ({ at, begins }) => `${new Date(at).toISOString().slice(5, 16)} ${begins}`,
  )

describe('ticksBetween', () => {
  it.each([
    [
      'hours',
      '2026-06-15T09:30:00Z',
      '2026-06-15T12:10:00Z',
      8,
      ['06-15T10:00 hour', '06-15T11:00 hour', '06-15T12:00 hour'],
    ],
    [
      'steps of hours, and the day they meet',
      '2026-06-14T09:30:00Z',
      '2026-06-15T09:30:00Z',
      5,
      ['06-14T12:00 hour', '06-14T18:00 hour', '06-15T00:00 day', '06-15T06:00 hour'],
    ],
    [
      'days, and a month',
      '2026-06-28T12:00:00Z',
      '2026-07-02T12:00:00Z',
      6,
      ['06-29T00:00 day', '06-30T00:00 day', '07-01T00:00 month', '07-02T00:00 day'],
    ],
    [
      'weeks',
      '2026-06-01T00:00:00Z',
      '2026-06-30T00:00:00Z',
      5,
      [
        '06-01T00:00 month',
        '06-08T00:00 day',
        '06-15T00:00 day',
        '06-22T00:00 day',
        '06-29T00:00 day',
      ],
    ],
    [
      'months, and a year',
      '2025-11-15T00:00:00Z',
      '2026-03-15T00:00:00Z',
      3,
      ['01-01T00:00 year', '03-01T00:00 month'],
    ],
  ])('%s', (_name, from, to, most, expected) => {
    expect(ticks(from, to, most)).toEqual(expected)
  })

  it('has no more than it may, however long the range', () => {
    for (const days of [0.1, 1, 7, 30, 90, 400, 2000]) {
      const to = Date.parse('2026-06-15T09:30:00Z')
      const found = ticksBetween(to - days * 86_400_000, to, 'local', 8)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThanOrEqual(9)
    }
  })
})
