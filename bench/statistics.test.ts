import { describe, expect, it } from 'vitest'
import { median, quantile } from './statistics.ts'

const hundred = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1)

describe('quantile', () => {
  it.each([
    [hundred, 0.5, 50],
    [hundred, 0.99, 99],
    [hundred, 1, 100],
    [hundred, 0, 1],
    [[7], 0.99, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })

  it('has no answer for no values', () => {
    expect(() => median([])).toThrow('no values')
  })
})
