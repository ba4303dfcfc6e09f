import { describe, expect, it } from 'vitest'
import { countOf, formatCount } from './format-count.ts'

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1\u00a0000'],
    [10_240, '10\u00a0240'],
    [1_234_567, '1\u00a0234\u00a0567'],
  ])('%d is %s', (count, words) => expect(formatCount(count)).toBe(words))
})

describe('countOf', () => {
  it.each([
    [0, '0 VMs'],
    [1, '1 VM'],
    [1200, '1\u00a0200 VMs'],
  ])('%d is %s', (count, words) => expect(countOf(count, 'VM')).toBe(words))
})
