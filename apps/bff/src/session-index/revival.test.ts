import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Revival } from './revival.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60_000

describe('what has ended unasked', () => {
  it('begins again after twice the pause each time, up to a minute', () => {
    const begin = vi.fn()
    const revival = new Revival(begin)
    const pauses = Array.from({ length: 8 }, () => {
      const pause = revival.ended()
      vi.advanceTimersByTime(pause - 1)
      const early = begin.mock.calls.length
      vi.advanceTimersByTime(1)
      expect(begin.mock.calls.length).toBe(early + 1)
      return pause / 1000
    })
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('begins again soon where it had lasted', () => {
    const revival = new Revival(() => undefined)
    revival.ended()
    vi.advanceTimersByTime(11 * minute)
    expect(revival.ended()).toBe(1000)
  })

  it('stays ended once it is told to', () => {
    const begin = vi.fn()
    const revival = new Revival(begin)
    revival.ended()
    revival.stop()
    revival.ended()
    vi.advanceTimersByTime(minute)
    expect(begin).not.toHaveBeenCalled()
  })
})
