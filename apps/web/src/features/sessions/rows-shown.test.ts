import { describe, expect, it } from 'vitest'
import { rowsShown } from './rows-shown.ts'

describe('rowsShown', () => {
  it.each([
    [0, { number: 1, size: 200, count: 0 }, 'No sessions'],
    [1, { number: 1, size: 200, count: 1 }, 'All 1 session'],
    [52, { number: 1, size: 200, count: 1 }, 'All 52 sessions'],
    [200, { number: 1, size: 200, count: 9 }, '200 sessions of at most 1\u00a0800'],
    [1752, { number: 9, size: 200, count: 9 }, 'All 1\u00a0752 sessions'],
  ])('%i rows', (shown, page, words) => expect(rowsShown(shown, page)).toBe(words))
})
