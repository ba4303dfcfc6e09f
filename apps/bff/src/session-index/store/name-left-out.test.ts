import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameLeftOut } from './name-left-out.ts'

describe('nameLeftOut', () => {
  it.each([
    ['Processing sql-07 Error', 'sql-07', 'Processing web-12 Error', 'web-12'],
    ['a: [a], "a"', 'a', 'b: [b], "b"', 'b'],
    ['a a', 'a', 'b b', 'b'],
    ['of vm (1).x+', 'vm (1).x+', 'of vm/2', 'vm/2'],
    ['Größe', 'Größe', '虚拟机', '虚拟机'],
  ])('makes %j of %j the same as %j of %j', (text, name, otherText, otherName) => {
    expect(nameLeftOut(text, name)).not.toBe(text)
    expect(nameLeftOut(text, name)).toBe(nameLeftOut(otherText, otherName))
  })

  it.each([
    ['Failed to quiesce', 'iles'],
    ['Failed to quiesce', 'to q'],
    ['Grüße', 'Gr'],
    ['no name', ''],
    ['SQL-07', 'sql-07'],
  ])('leaves %j as it is for %j', (text, name) => {
    expect(nameLeftOut(text, name)).toBe(text)
  })

  it('does what a pattern of whole words does', () => {
    const piece = fc.constantFrom('a', 'ab', 'é', '7', ' ', '.', '(', '𝒳', '😀', '-', '虚')
    const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(words, words, (text, name) => {
        fc.pre(name !== '')
        const literal = name.replaceAll(/[.()]/g, '\\$&')
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu')
        expect(nameLeftOut(text, name)).toBe(text.replaceAll(pattern, '\u{FFFFF}'))
      }),
      { numRuns: 200 },
    )
  })
})
