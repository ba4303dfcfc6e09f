import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from './duration.ts'
import { officeHours, sampleSchedule } from './sample-view.ts'
import { createSchedules } from './schedule.ts'
import { ZoneClock } from './zone-clock.ts'

const scheduleIn = (zone: string, text: string | null) => createSchedules(new ZoneClock(zone))(text)
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const never = sampleSchedule([], 0, 0)

describe('the hours of a schedule', () => {
  it.each([
    ['UTC', '2026-11-25T05:59:59Z', false],
    ['UTC', '2026-11-25T06:00:00Z', true],
    ['UTC', '2026-11-25T17:59:59Z', true],
    ['UTC', '2026-11-25T18:00:00Z', false],
    ['UTC', '2026-11-28T12:00:00Z', false],
    ['UTC', '2026-11-29T12:00:00Z', false],
    ['Europe/Oslo', '2026-11-25T05:00:00Z', true],
    ['Europe/Oslo', '2026-11-25T17:00:00Z', false],
    ['Europe/Oslo', '2026-07-01T04:00:00Z', true],
    ['Asia/Kathmandu', '2026-11-25T00:14:59Z', false],
    ['Asia/Kathmandu', '2026-11-25T00:15:00Z', true],
  ])('in %s include %s: %s', (zone, at, included) => {
    expect(scheduleIn(zone, officeHours).includes(Date.parse(at))).toBe(included)
  })

  it.each([
    ['a week of office hours', officeHours, '2026-11-22T00:00Z', '2026-11-29T00:00Z', 60],
    ['part of an hour', officeHours, '2026-11-25T16:30Z', '2026-11-25T23:00Z', 0.5],
    ['every hour', null, '2026-11-25T17:30Z', '2026-11-26T17:30Z', 24],
    ['no hour', never, '2026-11-22T00:00Z', '2026-11-29T00:00Z', 0],
    ['no time', officeHours, '2026-11-25T12:00Z', '2026-11-25T11:00Z', 0],
    // 00:00 to 06:00 of the clock in Oslo are 5 and 7 hours when it is changed.
    ['a short night', sampleSchedule(everyDay, 0, 6), '2026-03-28T23:00Z', '2026-03-29T22:00Z', 5],
    ['a long night', sampleSchedule(everyDay, 0, 6), '2026-10-24T22:00Z', '2026-10-25T23:00Z', 7],
  ])('are counted: %s', (_, text, from, to, hours) => {
    const length = scheduleIn('Europe/Oslo', text).lengthWithin(Date.parse(from), Date.parse(to))
    expect(length / hourMs).toBe(hours)
  })

  it.each([
    ['at once', officeHours, '2026-11-25T12:34:56Z', '2026-11-25T12:34:56.000Z'],
    ['after the week-end', officeHours, '2026-11-27T17:30:10Z', '2026-11-30T05:00:00.000Z'],
    ['when clocks have gone back', officeHours, '2026-10-23T20:00:00Z', '2026-10-26T05:00:00.000Z'],
    ['never', never, '2026-11-25T12:00:00Z', null],
  ])('come next: %s', (_, text, from, next) => {
    const at = scheduleIn('Europe/Oslo', text).nextAfter(Date.parse(from))
    expect(at === null ? null : new Date(at).toISOString()).toBe(next)
  })

  it('come a week later where the clocks skip them', () => {
    const skipped = scheduleIn('Europe/Oslo', sampleSchedule([0], 2, 3))
    const from = Date.parse('2026-03-22T03:00:00Z')
    expect(new Date(skipped.nextAfter(from) ?? 0).toISOString()).toBe('2026-04-05T00:00:00.000Z')
  })

  it.each([
    ['around the clock', null, 24 * 60],
    ['around the clock, in flags', sampleSchedule(everyDay, 0, 24), 24 * 60],
    ['in office hours', officeHours, 12 * 60],
    ['once a week', sampleSchedule([3], 9, 10), 60],
    ['never', never, 0],
  ])('are so many on a day: %s', (_, text, minutes) => {
    expect(scheduleIn('UTC', text).dayLength / minuteMs).toBe(minutes)
  })

  it.each(['[]', '{"a":1}', '[[true]]'])('are not guessed from %s', (text) => {
    expect(() => scheduleIn('UTC', text)).toThrow()
  })

  it('are read once for all policies that have them', () => {
    const schedules = createSchedules(new ZoneClock('UTC'))
    expect(schedules(officeHours)).toBe(schedules(officeHours))
    expect(schedules(null)).not.toBe(schedules(officeHours))
  })
})
