import { healths } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { barLength, histogram } from './histogram.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

describe('the length of a bar', () => {
  const cases: readonly [string, number, number, number][] = [
    ['an instant', 0, 100, minute],
    ['an hour and a half in 90', 90 * minute, 90, minute],
    ['a little more in 90', 90 * minute + 1, 90, 5 * minute],
    ['a day in 100', day, 100, 15 * minute],
    ['a week in 60', 7 * day, 60, 3 * hour],
    ['30 days in 60', 30 * day, 60, 12 * hour],
    ['30 days in one', 30 * day, 1, 56 * day],
    ['a year in 30', 365 * day, 30, 14 * day],
    ['eight thousand years in 400', 8000 * 365 * day, 400, 7 * 2 ** 11 * day],
  ]
  it.each(cases)('%s', (_, seconds, bars, expected) => {
    expect(barLength(seconds, bars)).toBe(expected)
  })
})

describe('the bars', () => {
  const time = (text: string) => Date.parse(`2026-11-${text}Z`)
  const sessions = [
    { at: time('16T00:00:00'), health: 'failed' },
    { at: time('16T23:59:59.999'), health: 'failed' },
    { at: time('17T00:00:00'), health: 'ok' },
    { at: time('18T12:00:00'), health: 'unknown' },
    { at: time('18T13:00:00'), health: 'warning' },
  ] as const
  const columns = {
    created: Float64Array.from(sessions, ({ at }) => at),
    health: Uint8Array.from(sessions, ({ health }) => healths.indexOf(health)),
  }

  it('begin at the hours that people think in, and hold every session', () => {
    const range = { first: time('16T07:00:00'), last: time('18T18:00:00') }
    expect(histogram(columns, Uint32Array.of(0, 1, 2, 3, 4), range, 3)).toEqual({
      fromUTC: '2026-11-16T00:00:00.000Z',
      stepSeconds: day,
      failed: [2, 0, 0],
      warning: [0, 0, 1],
      ok: [0, 1, 0],
      unknown: [0, 0, 1],
    })
  })

  it('begin in the year 0 at the earliest, which is the first that can be written', () => {
    const range = { first: Date.parse('0001-01-01T00:00:00Z'), last: time('30T00:00:00') }
    const { fromUTC, ok } = histogram(columns, Uint32Array.of(2), range, 11)
    expect(fromUTC).toBe('0000-01-01T00:00:00.000Z')
    expect(ok.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('of a week begin on Monday', () => {
    const range = { first: time('19T07:00:00'), last: time('30T00:00:00') }
    const { fromUTC, failed } = histogram(columns, Uint32Array.of(), range, 2)
    expect({ fromUTC, bars: failed.length }).toEqual({
      fromUTC: '2026-11-16T00:00:00.000Z',
      bars: 3,
    })
  })

  it('are none where there is no range', () => {
    expect(histogram(columns, Uint32Array.of(), null, 10).ok).toEqual([])
  })
})
