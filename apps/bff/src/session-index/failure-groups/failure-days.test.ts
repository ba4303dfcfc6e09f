import { describe, expect, it } from 'vitest'
import { ZoneClock } from '../policies/zone-clock.ts'
import { countPerDay, failureDays, failureRange } from './failure-days.ts'

const utc = new ZoneClock('UTC')
const oslo = new ZoneClock('Europe/Oslo')
const at = (text: string) => Date.parse(`2026-${text}Z`)

describe('the range of failures', () => {
  it.each([
    ['UTC', utc, '2026-10-22T00:00:00.000Z'],
    ['Oslo, before winter time', oslo, '2026-10-21T22:00:00.000Z'],
  ])('begins 29 days before today where nothing is said: %s', (_, clock, from) => {
    const range = failureRange(clock, { from: null, to: null }, at('11-20T12:00'))
    expect([new Date(range.from).toISOString(), range.to]).toEqual([from, Number.POSITIVE_INFINITY])
  })

  it('is what is said', () => {
    expect(failureRange(utc, { from: 5, to: 9 }, 100)).toEqual({ from: 5, to: 9 })
  })
})

describe('the days of failures', () => {
  it.each([
    ['whole ones', '11-18T00:00', '11-20T00:00', ['2026-11-18', '2026-11-19']],
    ['parts of them', '11-18T23:59', '11-20T00:01', ['2026-11-18', '2026-11-19', '2026-11-20']],
    ['none after the latest', '11-19T00:00', '12-20T00:00', ['2026-11-19', '2026-11-20']],
    ['none in the future', '12-01T00:00', '12-20T00:00', []],
  ])('are %s', (_, from, to, dates) => {
    const range = { from: at(from), to: at(to) }
    expect(failureDays(utc, range, at('11-20T12:00')).dates).toEqual(dates)
  })

  it('are those of the zone, and count what began on them', () => {
    const range = { from: at('10-24T22:00'), to: Number.POSITIVE_INFINITY }
    const days = failureDays(oslo, range, at('10-26T12:00'))
    expect(days.dates).toEqual(['2026-10-25', '2026-10-26'])
    // The day on which clocks are set back has 25 hours.
    const begun = ['10-27T01:00', '10-24T21:59', '10-24T22:00', '10-25T22:59', '10-25T23:00']
    const created = Float64Array.from(begun, at)
    const positions = Uint32Array.of(1, 2, 3, 4, 0)
    expect(countPerDay(days, created, positions)).toEqual([2, 2])
    expect(countPerDay({ dates: [], begins: [] }, created, positions)).toEqual([])
  })
})
