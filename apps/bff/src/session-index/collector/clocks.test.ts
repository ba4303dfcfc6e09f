import { expect, it } from 'vitest'
import { historyTarget } from './clocks.ts'
import { dayMs } from './em-time.ts'

it.each([
  [30, 400, 30],
  [30, 7, 7],
])(
  'a history of %i days of which %i are kept reaches back %i',
  (historyDays, retentionDays, days) => {
    expect(historyTarget({ historyDays, retentionDays }, 100 * dayMs)).toBe((100 - days) * dayMs)
  },
)
