import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, printSearch } from './search-text.ts'

describe('the address', () => {
  it('repeats the key of a list', () => {
    expect(printSearch({ result: ['Failed', 'Warning'], range: '7d', none: undefined })).toBe(
      '?result=Failed&result=Warning&range=7d',
    )
  })
  it('is empty for nothing', () => expect(printSearch({})).toBe(''))
  it('gives back what was put in', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/)
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 4 }))
    fc.assert(
      fc.property(fc.dictionary(key, value), (values) => {
        expect(parseSearch(printSearch(values))).toEqual({ ...values })
      }),
    )
  })
})
