import { expect, it } from 'vitest'
import { foldCase } from './fold-case.ts'

it.each([
  ['SQL-07 is GONE', 'sql-07 is gone'],
  ['ÅRSAK İ Größe ẞ', 'årsak İ größe ß'],
  ['😀İİ\ud83d', '😀İİ\ud83d'],
  ['', ''],
])('%j is folded with every offset kept', (text, folded) => expect(foldCase(text)).toBe(folded))

it('keeps the offsets of every character there is', () => {
  const longer: number[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code)
    if (foldCase(character).length !== character.length) longer.push(code)
  }
  expect(longer).toEqual([])
})
