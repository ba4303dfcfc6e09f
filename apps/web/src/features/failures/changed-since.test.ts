import { describe, expect, it } from 'vitest'
import { hoursAgo, shiftStart, shiftStarts } from './changed-since.ts'

const at = (iso: string) => Date.parse(iso)

describe('changed since', () => {
  it.each([
    [
      '2026-06-15T09:30:00Z',
      ['2026-06-15T06:00:00Z', '2026-06-14T22:00:00Z', '2026-06-14T14:00:00Z'],
    ],
    [
      '2026-06-15T14:00:00Z',
      ['2026-06-15T14:00:00Z', '2026-06-15T06:00:00Z', '2026-06-14T22:00:00Z'],
    ],
    [
      '2026-06-15T05:59:59Z',
      ['2026-06-14T22:00:00Z', '2026-06-14T14:00:00Z', '2026-06-14T06:00:00Z'],
    ],
    [
      '2026-06-15T23:10:00Z',
      ['2026-06-15T22:00:00Z', '2026-06-15T14:00:00Z', '2026-06-15T06:00:00Z'],
    ],
  ])('at %s the shifts of UTC began at %j', (now, starts) => {
    expect(shiftStarts(at(now), 'utc')).toEqual(starts)
    expect(shiftStart(at(now), 'utc')).toBe(starts[0])
  })

  it('the shifts of the own zone begin by its wall clock', () => {
    const hours = shiftStarts(at('2026-06-15T09:30:00Z'), 'local').map((start) =>
      new Date(start).getHours(),
    )
    expect(hours.toSorted((a, b) => a - b)).toEqual([6, 14, 22])
  })

  it.each([
    [8, '2026-06-15T01:30:00Z'],
    [24, '2026-06-14T09:30:00Z'],
  ])('%d hours ago is to the minute', (hours, iso) =>
    expect(hoursAgo(hours, at('2026-06-15T09:30:42.5Z'))).toBe(iso),
  )
})
