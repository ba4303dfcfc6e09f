import { describe, expect, it } from 'vitest'
import { gapIsMissing } from './gap-is-missing.ts'
import { officeHours, sampleSchedule } from './sample-view.ts'
import { createSchedules } from './schedule.ts'
import { ZoneClock } from './zone-clock.ts'

const schedules = createSchedules(new ZoneClock('Europe/Oslo'))
const never = sampleSchedule([], 0, 0)
const mornings = sampleSchedule([1, 2, 3, 4, 5], 8, 12)

describe('a policy without a session in a gap', () => {
  it.each([
    ['no gap', null, [], '2026-11-24T10:00Z', '2026-11-24T10:00Z', false],
    ['sessions that overlap', null, [], '2026-11-24T10:00Z', '2026-11-24T09:00Z', false],
    ['12 hours', null, [], '2026-11-24T10:00Z', '2026-11-24T22:00Z', false],
    ['more than 12 hours', null, [], '2026-11-24T10:00Z', '2026-11-24T22:01Z', true],
    ['a night', officeHours, [], '2026-11-24T17:00Z', '2026-11-25T05:01Z', false],
    ['a week-end', officeHours, [], '2026-11-20T17:00Z', '2026-11-23T05:01Z', false],
    ['a late start', officeHours, [], '2026-11-24T17:00Z', '2026-11-25T11:00Z', false],
    ['a day left out', officeHours, [], '2026-11-23T17:00Z', '2026-11-25T05:00Z', true],
    ['a short day left out', mornings, [], '2026-11-23T11:00Z', '2026-11-25T07:00Z', true],
    [
      'a night of a changed clock',
      officeHours,
      [],
      '2026-10-23T16:00Z',
      '2026-10-26T05:01Z',
      false,
    ],
    ['a schedule without hours', never, [], '2026-11-01T00:00Z', '2026-11-25T00:00Z', false],
    ['disabled', null, [['11-01', 0]], '2026-11-20T00:00Z', '2026-11-25T00:00Z', false],
    [
      'disabled for nearly all of it',
      null,
      [
        ['11-01', 1],
        ['11-20', 0],
        ['11-25', 1],
      ],
      '2026-11-19T20:00Z',
      '2026-11-25T04:00Z',
      false,
    ],
    [
      'enabled again long before',
      null,
      [
        ['11-01', 1],
        ['11-20', 0],
        ['11-22', 1],
      ],
      '2026-11-20T00:00Z',
      '2026-11-25T00:00Z',
      true,
    ],
  ] as const)('%s', (_, text, switches, from, to, missing) => {
    const history = switches.map(([day, enabled]) => ({
      policy_uid: 'p',
      at: Date.parse(`2026-${day}T00:00Z`),
      is_enabled: enabled,
    }))
    const gap = { from: Date.parse(from), to: Date.parse(to) }
    expect(gapIsMissing(gap, schedules(text), history)).toBe(missing)
  })
})
