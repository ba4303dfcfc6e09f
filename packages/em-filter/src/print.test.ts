import { describe, expect, it } from 'vitest'
import { and, condition, encode, type FilterTree, or, print, printForEm } from './em-filter.ts'

const failed = condition('Result', '==', 'Failed')
const working = condition('State', '!=', 'Working')
const proxy = condition('FailureMessage', '~=', 'proxy')

describe('print', () => {
  const cases: readonly [FilterTree | undefined, string][] = [
    [undefined, ''],
    [failed, 'Result=="Failed"'],
    [proxy, 'FailureMessage~="proxy"'],
    [condition('PolicyName', '==', 'a"b'), 'PolicyName=="a""b"'],
    [condition('PolicyName', '==', ''), 'PolicyName==""'],
    [and(failed, working), 'Result=="Failed";State!="Working"'],
    [or(failed, working), 'Result=="Failed",State!="Working"'],
    [
      and(or(failed, working), proxy),
      '(Result=="Failed",State!="Working");FailureMessage~="proxy"',
    ],
    // EM's reference does not say which of ; and , binds tighter.
    [
      or(and(failed, working), proxy),
      '(Result=="Failed";State!="Working"),FailureMessage~="proxy"',
    ],
    [{ kind: 'and', children: [{ kind: 'or', children: [failed] }] }, 'Result=="Failed"'],
  ]
  it.each(cases)('%j', (tree, text) => {
    expect(print(tree)).toBe(text)
  })

  it('refuses an empty group', () => {
    expect(() => print({ kind: 'or', children: [] })).toThrow(RangeError)
    expect(() => printForEm(and(failed, { kind: 'and', children: [] }))).toThrow(RangeError)
  })
})

describe('print for EM', () => {
  it('is the same text', () => {
    const tree = or(and(failed, working), condition('PolicyName', '==', 'a"b'))
    expect(printForEm(tree)).toEqual({ ok: true, text: print(tree) })
    expect(printForEm(undefined)).toEqual({ ok: true, text: '' })
  })

  it('says that EM has no "contains", at its place in the printed text', () => {
    const tree = or(failed, and(working, proxy, proxy))
    const printed = printForEm(tree)
    const start = print(tree).indexOf('~=')
    expect(printed).toMatchObject({
      ok: false,
      error: { code: 'contains-not-in-em', start, end: start + 2 },
    })
    expect(printed).toHaveProperty('error.message', expect.stringContaining('no “contains”'))
  })

  it.each(['a\0', 'a\ud800', '\udfffa\0'])('refuses %j, which no URL can hold', (value) => {
    const tree = and(failed, condition('PolicyName', '==', value))
    const text = print(tree)
    const offset = text.search(/\0|\p{Surrogate}/u)
    expect(printForEm(tree)).toMatchObject({
      ok: false,
      error: { code: 'unexpected-character', start: offset, end: offset + 1 },
    })
  })
})

describe('encode', () => {
  const cases: readonly [string, string][] = [
    ['Result>="Warning"', 'Result%3E%3D%22Warning%22'],
    ['a b', 'a%20b'],
    ['a+b&c=d#e?f/g%h', 'a%2Bb%26c%3Dd%23e%3Ff%2Fg%25h'],
    ["!'()*", '%21%27%28%29%2A'],
    [';,', '%3B%2C'],
    ['é😀\n', '%C3%A9%F0%9F%98%80%0A'],
    ['A-Z_a.z~9', 'A-Z_a.z~9'],
  ]
  it.each(cases)('%j is %s', (text, encoded) => {
    expect(encode(text)).toBe(encoded)
    expect(decodeURIComponent(encoded)).toBe(text)
  })
})
