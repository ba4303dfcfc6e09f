import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dayOf, readTypedTime, typedTimeOf, withDay, writesZone } from './typed-time.ts'

beforeAll(() => {
  vi.stubEnv('TZ', 'Europe/Berlin')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

describe('readTypedTime', () => {
  it.each([
    ['2026-06-15', 'utc', '2026-06-15T00:00:00Z'],
    ['2026-06-15 06:00', 'utc', '2026-06-15T06:00:00Z'],
    ['2026-06-15  06:00:07', 'utc', '2026-06-15T06:00:07Z'],
    ['2026-06-15T06:00:07.5', 'utc', '2026-06-15T06:00:07.5Z'],
    ['2026-06-15 06:00:07.1234567', 'local', '2026-06-15T04:00:07.1234567Z'],
    ['2026-06-15', 'local', '2026-06-14T22:00:00Z'],
    ['2026-12-15 06:00', 'local', '2026-12-15T05:00:00Z'],
    [' 2026-06-15T06:00:00Z ', 'local', '2026-06-15T06:00:00Z'],
    ['2026-06-15 06:00 utc', 'local', '2026-06-15T06:00:00Z'],
    ['2026-06-15T06:00:00.25z', 'local', '2026-06-15T06:00:00.25Z'],
    ['2026-06-15T06:00:00+02:00', 'utc', '2026-06-15T06:00:00+02:00'],
    ['2026-10-25 02:30', 'local', '2026-10-25T00:30:00Z'],
  ] as const)('%j in %s time', (typed, zone, iso) => {
    expect(readTypedTime('Started', typed, zone)).toEqual({ ok: true, iso })
  })

  it.each([
    ['', 'utc', 'Started needs a date and time'],
    ['yesterday', 'utc', 'Started needs a date and time'],
    ['2026-6-5', 'utc', 'Started needs a date and time'],
    ['2026-06-15 6:00', 'utc', 'Started needs a date and time'],
    ['2026-06-15 06:00:07.12345678', 'utc', 'Started needs a date and time'],
    ['2026-13-01', 'utc', 'There is no 2026-13-01 00:00:00 UTC'],
    ['2026-02-30', 'utc', 'There is no 2026-02-30'],
    ['2026-02-30', 'local', 'There is no 2026-02-30'],
    ['2026-06-15 25:00', 'local', 'There is no 2026-06-15 25:00:00'],
    [
      '2026-03-29 02:30',
      'local',
      'There is no 2026-03-29 02:30:00 on the clocks of your time zone',
    ],
  ] as const)('%j in %s time is refused', (typed, zone, words) => {
    const read = readTypedTime('Started', typed, zone)
    expect(read.ok ? '' : read.message).toContain(words)
  })
})

describe('typedTimeOf', () => {
  it.each([
    ['2026-06-15T06:00:07Z', 'utc', '2026-06-15 06:00:07'],
    ['2026-06-15T06:00:07Z', 'local', '2026-06-15 08:00:07'],
    ['2026-06-15T23:00:07.1234567Z', 'local', '2026-06-16 01:00:07.1234567'],
    ['2026-06-15', 'utc', '2026-06-15 00:00:00'],
  ] as const)('%s in %s time', (iso, zone, typed) => {
    expect(typedTimeOf(iso, zone)).toBe(typed)
    const read = readTypedTime('Started', typed, zone)
    expect(read.ok && Date.parse(read.iso)).toBe(Date.parse(iso))
  })
})

describe('the day of what is typed', () => {
  it.each([
    ['', '2026-06-16 00:00'],
    ['nonsense', '2026-06-16 00:00'],
    ['2026-01-01', '2026-06-16 00:00'],
    ['2026-01-01 06:30', '2026-06-16 06:30'],
    ['2026-01-01T06:30:08.125Z', '2026-06-16 06:30:08.125Z'],
    ['2026-01-01 06:30 +02:00', '2026-06-16 06:30 +02:00'],
  ])('changed in %j', (typed, after) => expect(withDay(typed, '2026-06-16')).toBe(after))

  it.each([
    ['2026-06-15 06:00', '2026-06-15'],
    ['2026-02-30', undefined],
    ['2026', undefined],
  ])('read from %j', (typed, day) => expect(dayOf(typed, 'utc')).toBe(day))
})

describe('writesZone', () => {
  it.each([
    ['2026-06-15 06:00', false],
    ['2026-06-15 06:00Z', true],
    ['2026-06-15 06:00 UTC', true],
    ['2026-06-15 06:00-05:00', true],
  ])('%s', (typed, writes) => expect(writesZone(typed)).toBe(writes))
})
