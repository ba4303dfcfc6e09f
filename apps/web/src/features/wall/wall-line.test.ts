import { describe, expect, it } from 'vitest'
import { beginLine, type LineNews, nextLine, pauseMs, type WallLine } from './wall-line.ts'

const asking: WallLine = { kind: 'asking', attempt: 0, at: 0 }
const opening: WallLine = { kind: 'opening', attempt: 2, at: 0 }
const live: WallLine = { kind: 'live', heardAt: 0, askedAt: null }
const renewing: WallLine = { kind: 'live', heardAt: 0, askedAt: 0 }
const waiting: WallLine = { kind: 'waiting', attempt: 1, until: 5000 }

describe('the line to the server', () => {
  it.each<[WallLine, LineNews, number, WallLine, readonly string[]]>([
    [asking, 'answered', 10, { kind: 'opening', attempt: 0, at: 10 }, ['listen']],
    [opening, 'heard', 10, { kind: 'live', heardAt: 10, askedAt: null }, []],
    [live, 'heard', 10, { kind: 'live', heardAt: 10, askedAt: null }, []],
    [live, 'behind', 10, { kind: 'live', heardAt: 0, askedAt: 10 }, ['ask']],
    [renewing, 'behind', 10, renewing, []],
    [opening, 'behind', 10, opening, []],
    [renewing, 'answered', 10, live, []],
    [live, 'failed', 0, { kind: 'waiting', attempt: 0, until: 5000 }, ['hang-up']],
    [asking, 'failed', 0, { kind: 'waiting', attempt: 1, until: 9000 }, ['hang-up']],
    [opening, 'failed', 0, { kind: 'waiting', attempt: 3, until: 31_000 }, ['hang-up']],
    [waiting, 'failed', 0, waiting, []],
    [waiting, 'heard', 0, waiting, []],
    [waiting, 'answered', 0, waiting, []],
    [waiting, 'tick', 4999, waiting, []],
    [waiting, 'tick', 5000, { kind: 'asking', attempt: 1, at: 5000 }, ['ask']],
    [live, 'tick', 35_000, live, []],
    [live, 'tick', 35_001, { kind: 'waiting', attempt: 0, until: 40_001 }, ['hang-up']],
    [renewing, 'tick', 20_001, { kind: 'waiting', attempt: 0, until: 25_001 }, ['hang-up']],
    [asking, 'tick', 20_000, asking, []],
    [asking, 'tick', 20_001, { kind: 'waiting', attempt: 1, until: 29_001 }, ['hang-up']],
    [live, 'woke', 100, { kind: 'waiting', attempt: 0, until: 1100 }, ['hang-up']],
  ])('%j, %s at %i: %j', (line, news, now, expected, acts) => {
    expect(nextLine(line, news, now, 0.5)).toEqual({ line: expected, acts })
  })

  it('begins by asking', () => {
    expect(beginLine(7)).toEqual({ line: { kind: 'asking', attempt: 0, at: 7 }, acts: ['ask'] })
  })
})

describe('the pause before another attempt', () => {
  it.each([
    [0, 0, 1000],
    [0, 1, 9000],
    [1, 1, 17_000],
    [3, 1, 61_000],
    [50, 1, 61_000],
    [50, 0, 1000],
  ])('attempt %i with chance %f: %i ms', (attempt, chance, expected) => {
    expect(pauseMs(attempt, chance)).toBe(expected)
  })

  it('lets 500 screens come back over seconds, never most of them in one', () => {
    const chances = Array.from({ length: 500 }, (_, screen) => screen / 500)
    const bySecond = Map.groupBy(chances, (chance) => Math.floor(pauseMs(0, chance) / 1000))
    expect(Math.max(...Array.from(bySecond.values(), (screens) => screens.length))).toBeLessThan(
      100,
    )
  })
})
