import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from './em-time.ts'
import { isFilledTo, nextSlices } from './history-slices.ts'

const target = Date.UTC(2026, 4, 16)

describe('the history', () => {
  it.each([
    ['not begun', null, false, false],
    ['under way', target + 1, false, false],
    ['there', target, false, true],
    ['further back', target - dayMs, false, true],
    ['done, and EM’s clock set back', target + 5 * hourMs, true, true],
    ['done, and more days asked for', target + dayMs, true, false],
  ])('%s', (_name, filledBackTo, isFilled, expected) => {
    expect(isFilledTo({ filledBackTo, isFilled }, target)).toBe(expected)
  })
})

describe('the next slices', () => {
  it('are days, newest first, the last one shorter', () => {
    expect(nextSlices(target + 2.5 * dayMs, target, 9)).toEqual([
      { from: target + 1.5 * dayMs, to: target + 2.5 * dayMs },
      { from: target + 0.5 * dayMs, to: target + 1.5 * dayMs },
      { from: target, to: target + 0.5 * dayMs },
    ])
  })

  it('are none when the target is reached', () => {
    expect(nextSlices(target, target, 2)).toEqual([])
    expect(nextSlices(target - 1, target, 2)).toEqual([])
  })

  it('leave no gap, however the fill is broken off', () => {
    const ahead = fc.integer({ min: 1, max: 40 * dayMs })
    fc.assert(
      fc.property(ahead, fc.array(fc.integer({ min: 1, max: 3 })), (ms, mosts) => {
        let reached = target + ms
        for (const most of mosts) {
          for (const slice of nextSlices(reached, target, most)) {
            expect(slice.to).toBe(reached)
            expect(slice.from).toBeLessThan(slice.to)
            expect(slice.to - slice.from).toBeLessThanOrEqual(dayMs)
            reached = slice.from
          }
        }
        expect(reached).toBeGreaterThanOrEqual(target)
      }),
    )
  })
})
