import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from './duration.ts'
import { ZoneClock } from './zone-clock.ts'

const wall = (zone: string, at: string) =>
  new Date(new ZoneClock(zone).wallTime(Date.parse(at))).toISOString().slice(0, 16)

const begin = (zone: string, date: string) =>
  new Date(new ZoneClock(zone).beginOf(Date.parse(date) / dayMs)).toISOString()

describe('the clock of a zone', () => {
  it.each([
    ['UTC', '2026-10-25T00:59:00Z', '2026-10-25T00:59'],
    ['Europe/Oslo', '2026-03-29T00:59:00Z', '2026-03-29T01:59'],
    ['Europe/Oslo', '2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['Europe/Oslo', '2026-10-25T00:59:00Z', '2026-10-25T02:59'],
    ['Europe/Oslo', '2026-10-25T01:00:00Z', '2026-10-25T02:00'],
    ['America/St_Johns', '2026-11-25T12:00:00Z', '2026-11-25T08:30'],
    ['Asia/Kathmandu', '2026-11-25T12:00:00Z', '2026-11-25T17:45'],
    ['Pacific/Kiritimati', '2026-11-25T12:00:00Z', '2026-11-26T02:00'],
  ])('in %s shows %s as %s', (zone, at, shown) => {
    expect(wall(zone, at)).toBe(shown)
  })

  it.each([
    ['UTC', '2026-11-25', '2026-11-25T00:00:00.000Z'],
    ['Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Oslo', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Oslo', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-25', '2026-11-24T18:15:00.000Z'],
    // The clocks go forward at midnight: the day begins at one o'clock.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z'],
  ])('in %s begins %s at %s', (zone, date, at) => {
    expect(begin(zone, date)).toBe(at)
  })

  it.each(['Europe/Oslo', 'America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'gives every hour of a year in %s to the day whose begin is the last before it',
    (zone) => {
      const clock = new ZoneClock(zone)
      const from = Date.parse('2026-01-01T00:00:00Z')
      for (let at = from; at < from + 366 * dayMs; at += hourMs) {
        const day = clock.dayOf(at)
        expect(clock.beginOf(day)).toBeLessThanOrEqual(at)
        expect(clock.beginOf(day + 1)).toBeGreaterThan(at)
      }
    },
  )

  it('knows no zone that does not exist', () => {
    expect(() => new ZoneClock('Europe/Nowhere')).toThrow(RangeError)
  })
})
