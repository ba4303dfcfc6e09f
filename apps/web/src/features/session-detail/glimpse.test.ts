import { describe, expect, it } from 'vitest'
import { glimpseOf, titleOf } from './glimpse.ts'

describe('glimpseOf', () => {
  it.each([
    ['Processing sql-07 Error: It is lost', 'It is lost'],
    ['Processing sql-09 Error: It is lost', 'Processing sql-09 Error: It is lost'],
    ['It is lost', 'It is lost'],
    ['x'.repeat(10_240), 'x'.repeat(300)],
  ])('%#', (reason, glimpse) => expect(glimpseOf(reason, 'sql-07')).toBe(glimpse))
})

describe('titleOf', () => {
  it.each([
    ['short', 'short'],
    ['x'.repeat(10_240), `${'x'.repeat(1500)}…`],
  ])('%#', (reason, title) => expect(titleOf(reason)).toBe(title))
})
