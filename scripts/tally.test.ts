import { describe, expect, it } from 'vitest'
import { addTallies, printTally, reportShapes, tallyOfCheck, tallyOfReport } from './tally.ts'

const vitest = (passed: number, failed: number, pending = 0, todo = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: todo,
})
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) => ({
  stats: { expected, unexpected, flaky, skipped },
})

describe('tallyOfReport', () => {
  it.each([
    ['vitest, all well', vitest(5, 0), 'vitest', 0, { passed: 5, failed: 0, skipped: 0 }],
    ['vitest, failed', vitest(5, 2), 'vitest', 1, { passed: 5, failed: 2, skipped: 0 }],
    ['vitest, skipped', vitest(5, 0, 2, 1), 'vitest', 0, { passed: 5, failed: 0, skipped: 3 }],
    ['vitest, a broken file', vitest(5, 0), 'vitest', 1, { passed: 5, failed: 1, skipped: 0 }],
    ['vitest, none', vitest(0, 0), 'vitest', 0, { passed: 0, failed: 1, skipped: 0 }],
    ['vitest, all skipped', vitest(0, 0, 4), 'vitest', 0, { passed: 0, failed: 1, skipped: 4 }],
    [
      'playwright, all well',
      playwright(3, 0),
      'playwright',
      0,
      { passed: 3, failed: 0, skipped: 0 },
    ],
    [
      'playwright, flaky',
      playwright(3, 1, 1),
      'playwright',
      1,
      { passed: 3, failed: 2, skipped: 0 },
    ],
    ['playwright, none', playwright(0, 0), 'playwright', 1, { passed: 0, failed: 1, skipped: 0 }],
    [
      'playwright, skipped',
      playwright(3, 0, 0, 2),
      'playwright',
      0,
      { passed: 3, failed: 0, skipped: 2 },
    ],
  ] as const)('%s', (_name, report, shape, exitCode, tally) => {
    expect(tallyOfReport(report, reportShapes[shape], exitCode)).toEqual(tally)
  })

  it.each([[null], ['text'], [{}], [{ stats: { expected: '3' } }]])(
    'refuses %j, which is no report',
    (report) => {
      expect(() => tallyOfReport(report, reportShapes.playwright, 0)).toThrow('stats.expected')
    },
  )
})

describe('printTally', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 12, failed: 3, skipped: 0 }, '12 passed, 3 failed'],
    [{ passed: 12, failed: 0, skipped: 1 }, '12 passed, 0 failed, 1 skipped'],
  ])('%j', (tally, line) => {
    expect(printTally(tally)).toBe(line)
  })
})

it('adds the tallies of checks and runners', () => {
  const runner = { passed: 7, failed: 1, skipped: 2 }
  expect(addTallies([tallyOfCheck(true), tallyOfCheck(false), runner])).toEqual({
    passed: 8,
    failed: 2,
    skipped: 2,
  })
  expect(addTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
