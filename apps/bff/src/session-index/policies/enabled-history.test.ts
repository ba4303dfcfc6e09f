import { describe, expect, it } from 'vitest'
import {
  enabledPeriods,
  enabledSince,
  isEnabledThroughout,
  switchesByPolicy,
} from './enabled-history.ts'

const history = (text: string) =>
  [...text.matchAll(/(\d+)([+-])/g)].map(([, at, sign]) => ({
    policy_uid: 'p',
    at: Number(at),
    is_enabled: Number(sign === '+'),
  }))

describe('when a policy was enabled', () => {
  it.each([
    ['', [[10, 20]], true],
    ['5+', [[10, 20]], true],
    ['15+', [[10, 20]], true],
    ['25+', [[10, 20]], true],
    ['5-', [], false],
    ['25-', [], false],
    ['5- 10+', [[10, 20]], true],
    ['5- 12+', [[12, 20]], false],
    ['5+ 20-', [[10, 20]], true],
    ['5+ 19-', [[10, 19]], false],
    [
      '5+ 12- 15+',
      [
        [10, 12],
        [15, 20],
      ],
      false,
    ],
    ['5+ 12+ 15+', [[10, 20]], true],
    ['1+ 2- 3+ 4- 25+', [], false],
  ] as const)('%j, from 10 to 20: %j', (text, periods, throughout) => {
    const within = { from: 10, to: 20 }
    const expected = periods.map(([from, to]) => ({ from, to }))
    expect(enabledPeriods(history(text), within)).toEqual(expected)
    expect(isEnabledThroughout(history(text), within)).toBe(throughout)
  })

  it.each([
    ['', Number.NEGATIVE_INFINITY],
    ['5+', Number.NEGATIVE_INFINITY],
    ['5- 12+', 12],
    ['1+ 2- 3+ 4- 25+ 30+', 25],
  ])('%j: since %d', (text, since) => {
    expect(enabledSince(history(text))).toBe(since)
  })

  it('is told of each policy by itself, oldest first', () => {
    const [a, b, c] = history('3+ 1- 2+')
    const other = { policy_uid: 'q', at: 9, is_enabled: 1 }
    if (!a || !b || !c) throw new Error('three switches')
    const byPolicy = switchesByPolicy([a, other, b, c])
    expect(byPolicy.get('p')).toEqual([b, c, a])
    expect(byPolicy.get('q')).toEqual([other])
  })
})
