import { describe, expect, it } from 'vitest'
import { foundGroup } from './group-fixture.ts'
import { newsWords } from './news-words.ts'

const groupOf = (id: string) => ({ ...foundGroup().group, id })
const partOf = (shown: string[], fresh: string[]) => ({
  rows: shown.map(groupOf),
  answer: { items: fresh.map(groupOf) },
})

describe('what has come to the list', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], false, undefined],
    [['a', 'b'], ['b', 'a'], true, 'The order has changed'],
    [['a', 'b'], ['c', 'a', 'b'], true, '1 other cause'],
    [['a'], ['c', 'd'], true, '2 other causes'],
  ])('%j, of which there are %j now: %s', (shown, fresh, isMoved, words) =>
    expect(newsWords(partOf(shown, fresh), isMoved)).toBe(words),
  )
})
