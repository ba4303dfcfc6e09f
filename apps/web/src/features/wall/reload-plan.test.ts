import { expect, it } from 'vitest'
import { countCrash, isNightlyReload, pauseAfterCrash, pixelShift } from './reload-plan.ts'

const night = (hour: number, minute = 0) => new Date(2026, 10, 25, hour, minute)
const hoursBefore = (date: Date, hours: number) => date.getTime() - hours * 3600_000

it.each([
  ['by day', night(14), 20, 0, false],
  ['before its minute', night(3, 29), 20, 0.5, false],
  ['at its minute', night(3, 30), 20, 0.5, true],
  ['later, as nothing fresh was to be had', night(4, 59), 20, 0.5, true],
  ['when the night is over', night(5), 20, 0.5, false],
  ['a second time', night(4), 0.5, 0, false],
])('reloads at night once: %s', (_name, now, hours, chance, expected) => {
  expect(isNightlyReload({ now, loadedMs: hoursBefore(now, hours) }, chance)).toBe(expected)
})

it('waits a minute after a crash, longer after each that follows it, and a minute again after an hour', () => {
  const first = countCrash(null, 0)
  const second = countCrash(first, 70_000)
  const tenth = Array.from({ length: 8 }).reduce<typeof second>(
    (crashes) => countCrash(crashes, crashes.at + 60_000),
    second,
  )
  const later = countCrash(tenth, tenth.at + 3600_000)
  expect([first, second, tenth, later].map(pauseAfterCrash)).toEqual([
    60_000, 120_000, 960_000, 60_000,
  ])
  expect(countCrash({ count: 3, at: 900 }, 100).count).toBe(1)
})

it('moves the frame every few minutes by a few pixels, and back', () => {
  const places = Array.from({ length: 16 }, (_, step) => pixelShift(step * 180_000).join())
  expect(new Set(places.slice(0, 8)).size).toBe(8)
  expect(places.slice(8)).toEqual(places.slice(0, 8))
  for (const place of places) {
    expect(Math.max(...place.split(',').map((part) => Math.abs(Number(part))))).toBeLessThan(6)
  }
})
