import { expect, it } from 'vitest'
import { screenAhead, serverTime, sleptBetween } from './wall-clock.ts'

const clock = { server: 1_000_000, at: { steady: 500, shown: 1_090_000 } }

it('runs on with the steady clock, whatever the screen’s own is set to', () => {
  expect(serverTime(clock, { steady: 2500, shown: 9 })).toBe(1_002_000)
  expect(screenAhead(clock)).toBe(90_000)
})

it.each([
  ['a second', { steady: 1000, shown: 1000 }, 0],
  ['a slow second', { steady: 9000, shown: 9000 }, 0],
  ['an hour of sleep', { steady: 3_600_000, shown: 3_600_000 }, 3_600_000],
  ['sleep that stops the steady clock', { steady: 1000, shown: 3_600_000 }, 3_600_000],
  ['a clock that is set back', { steady: 1000, shown: -120_000 }, 120_000],
  ['a clock that is set by a little', { steady: 1000, shown: 3000 }, 0],
])('%s', (_name, now, expected) => {
  expect(sleptBetween({ steady: 0, shown: 0 }, now)).toBe(expected)
})
