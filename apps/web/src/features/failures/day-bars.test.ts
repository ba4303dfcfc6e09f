import { describe, expect, it } from 'vitest'
import { barsWords, barWords, dayBars } from './day-bars.ts'

const days = ['2026-06-11', '2026-06-12', '2026-06-13', '2026-06-14', '2026-06-15']

describe('sessions by day', () => {
  it.each([
    ['a bar each', 5, [1, 0, 3, 2, 4]],
    ['two days a bar, the last one full', 3, [1, 3, 6]],
    ['three days a bar', 2, [1, 9]],
    ['all of them in one', 1, [10]],
  ])('%s', (_name, most, counts) => {
    const bars = dayBars(days, [1, 0, 3, 2, 4], most)
    expect(bars.map(({ count }) => count)).toEqual(counts)
    expect(bars[0]?.from).toBe(days[0])
    expect(bars.at(-1)?.to).toBe(days.at(-1))
  })

  it('without days has no bars', () => {
    expect(dayBars([], [], 10)).toEqual([])
    expect(barsWords([])).toBe('No days')
  })

  it.each([
    [{ from: '2026-06-11', to: '2026-06-11', count: 1 }, '11 Jun: 1 session'],
    [{ from: '2026-06-11', to: '2026-06-14', count: 0 }, '11 Jun – 14 Jun: none'],
  ])('%j says %s', (bar, words) => expect(barWords(bar)).toBe(words))

  it('are told in one sentence', () => {
    expect(barsWords(dayBars(days, [1, 0, 3, 2, 1], 9))).toBe(
      'Sessions by day, 11 Jun to 15 Jun: at most 3, 13 Jun; last 1',
    )
    expect(barsWords(dayBars(days, [0, 0, 0, 0, 0], 9))).toBe('No sessions from 11 Jun to 15 Jun')
  })
})
