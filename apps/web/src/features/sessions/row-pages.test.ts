import { describe, expect, it } from 'vitest'
import { pagesAround } from './row-pages.ts'

describe('pagesAround', () => {
  it.each([
    ['nothing', 0, 0, 0, []],
    ['the beginning', 0, 30, 450_000, [0]],
    ['the end of a page', 20, 65, 450_000, [0, 1]],
    ['the middle', 200_000, 200_050, 450_000, [1999, 2000]],
    ['the end', 449_970, 449_999, 450_000, [4499]],
    ['a list that has become shorter', 300, 340, 50, []],
    ['a short list', 0, 4, 5, [0]],
  ])('%s', (_name, first, last, count, pages) => {
    expect(pagesAround(first, last, count, 100)).toEqual(pages)
  })
})
