import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from './em-time.ts'
import { probeFrom, roundWindow, taskWindow } from './round-window.ts'

const now = Date.UTC(2026, 5, 15, 12)
const ago = (hours: number) => now - hours * hourMs

describe('the window of a round', () => {
  it.each([
    ['the first of all', null, null, null, 26, true],
    ['usual', ago(1), ago(700), ago(0.25), 27, false],
    ['first after a restart', ago(1), ago(700), null, 27, false],
    ['after a night without', ago(20), ago(700), null, 46, false],
    ['after days without', ago(49), ago(700), null, 26, true],
    ['after days without, of this process', ago(49), ago(700), ago(48.5), 26, true],
    ['of an estate where nothing begins any more', ago(200), ago(700), ago(0.25), 226, false],
    ['of an EM without sessions', null, ago(700), ago(1), 27, false],
    ['with a start in the future', ago(-90), ago(700), ago(0.25), 26, false],
  ])('%s', (_name, newestStart, filledBackTo, readAt, hours, refills) => {
    const window = roundWindow({ newestStart, filledBackTo }, now, readAt)
    expect(window).toEqual({ sessionsFrom: ago(hours), refills })
  })
})

describe('a light round looks from', () => {
  it.each([
    [ago(1), ago(1) - 10 * minuteMs],
    [ago(-90), now - 10 * minuteMs],
    [null, now - 10 * minuteMs],
  ])('the newest start %j', (newestStart, from) => {
    expect(probeFrom(newestStart, now)).toBe(from)
  })
})

describe('tasks are asked for', () => {
  it.each([
    ['of the last hours only, at first', null, [ago(3)], null, 2, true],
    ['of the last hours only, after a night without', ago(9), [ago(3)], null, 2, true],
    ['from two hours before the last known end', ago(1), [ago(3), ago(0.5)], null, 3, false],
    ['from there too, where tasks seldom end', ago(9), [ago(3)], ago(0.25), 11, false],
    ['but not of times when all sessions have stopped', ago(100), [ago(3)], ago(1), 29, false],
    [
      'of what can be of a session under way, where none is known',
      null,
      [ago(3)],
      ago(1),
      29,
      false,
    ],
    ['of an EM without sessions', null, [null], ago(1), 26, false],
    ['whatever a clock in the future says', ago(-50), [ago(-60)], null, 2, false],
  ])('%s', (_name, newestTaskEnd, starts, readAt, hours, isGap) => {
    const window = taskWindow({ newestTaskEnd }, starts, now, readAt)
    expect(window).toEqual({ tasksFrom: ago(hours), isGap })
  })
})
