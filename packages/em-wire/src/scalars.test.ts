import { describe, expect, it } from 'vitest'
import { readAmount, readFlag, readNumber, readText } from './scalars.ts'

describe('scalars', () => {
  it.each([
    ['text', 'text'],
    [' kept as it is ', ' kept as it is '],
    [7, '7'],
    [false, 'false'],
    ['', null],
    [null, null],
    [undefined, null],
    [{}, null],
    [['x'], null],
  ])('readText(%j) is %j', (value, text) => {
    expect(readText(value)).toBe(text)
  })

  it.each([
    [0, 0],
    [12.5, 12.5],
    ['100', 100],
    [' -3.5 ', -3.5],
    ['214748364800', 214_748_364_800],
    ['', null],
    ['1e5', null],
    ['0x10', null],
    ['12 %', null],
    ['9'.repeat(400), null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NaN, null],
    [true, null],
    [null, null],
    [[5], null],
  ])('readNumber(%j) is %j', (value, number) => {
    expect(readNumber(value)).toBe(number)
  })

  it.each([
    [0, 0],
    ['443', 443],
    [-1, null],
    [1e300, null],
    ['many', null],
  ])('readAmount(%j) is %j', (value, amount) => {
    expect(readAmount(value)).toBe(amount)
  })

  it.each([
    [true, true],
    [false, false],
    ['True', true],
    ['false', false],
    [' FALSE ', false],
    ['1', true],
    [0, false],
    [2, null],
    ['yes', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('readFlag(%j) is %j', (value, flag) => {
    expect(readFlag(value)).toBe(flag)
  })
})
