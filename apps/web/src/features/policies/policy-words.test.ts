import { describe, expect, it } from 'vitest'
import { policyOf } from './policy-fixture.ts'
import {
  leadsTo,
  policyHealth,
  rpoWords,
  sessionToOpen,
  streakWords,
  vmsWords,
} from './policy-words.ts'

describe('rpoWords', () => {
  it.each([
    [null, '–'],
    [15, '15 s'],
    [90, '90 s'],
    [60, '1 min'],
    [300, '5 min'],
    [3600, '1 h'],
    [5400, '90 min'],
  ])('%s is %s', (seconds, words) => expect(rpoWords(seconds)).toBe(words))
})

describe('streakWords', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  it.each([
    ['failed', '2026-11-20T14:00:00Z', 3, 'failing for 3 days'],
    ['warning', '2026-11-23T08:00:00Z', 1, 'warning for 4 h'],
    ['missing', '2026-11-23T11:20:00Z', 1, 'missing for 40 min'],
  ] as const)('%s since %s', (health, sinceUTC, days, words) =>
    expect(streakWords({ health, streak: { sinceUTC, days } }, now)).toBe(words),
  )
  it('has none of a policy that is well', () =>
    expect(streakWords({ health: 'ok', streak: null }, now)).toBeUndefined())
})

describe('policyHealth', () => {
  const active = { uid: 'a', creationTimeUTC: '2026-11-23T01:00:00.000Z', state: 'Working' }
  it.each([
    ['failed', { health: 'failed' }, 'failed', 'Failed'],
    ['missing', { health: 'missing' }, 'missing', 'Missing'],
    ['under way', { health: 'unknown', activeSession: active }, 'working', 'Working'],
    ['disabled', { health: 'unknown', scheduleEnabled: false }, 'unknown', 'Disabled'],
    ['out of hours', { health: 'unknown', isExpected: false }, 'unknown', 'Not due'],
    ['expected, nothing known', { health: 'unknown', isExpected: true }, 'unknown', 'Unknown'],
    [
      'removed',
      { health: 'unknown', isRemoved: true, scheduleEnabled: false },
      'unknown',
      'Removed',
    ],
  ] as const)('%s', (_, differing, health, word) =>
    expect(policyHealth(policyOf(differing))).toEqual({ health, word }),
  )
})

describe('vmsWords', () => {
  it.each([
    [null, undefined],
    [
      { total: 14, failed: 2, warning: 1 },
      { words: '2 of 14', health: 'failed' },
    ],
    [
      { total: 40, failed: 0, warning: 1 },
      { words: '1 of 40', health: 'warning' },
    ],
    [
      { total: 6, failed: 0, warning: 0 },
      { words: '0 of 6', health: 'ok' },
    ],
    [
      { total: null, failed: 2, warning: 0 },
      { words: '2', health: 'failed' },
    ],
  ])('%j', (vms, words) => expect(vmsWords(vms)).toEqual(words))
})

describe('the session a row leads to', () => {
  const days = [
    { health: 'failed' as const, uid: 'old' },
    { health: 'ok' as const, uid: 'last' },
    { health: 'none' as const, uid: null },
  ]
  const running = { uid: 'now', creationTimeUTC: '2026-11-23T01:00:00.000Z', state: 'Working' }
  it.each([
    ['the one that runs', policyOf({ days, activeSession: running }), 'now'],
    ['else its last', policyOf({ days }), 'last'],
    ['else none', policyOf({ days: days.slice(2) }), undefined],
  ])('%s', (_, policy, uid) => expect(sessionToOpen(policy)).toBe(uid))

  it.each([
    ['now', true],
    ['old', true],
    ['other', false],
  ])('%s is its own: %s', (uid, own) =>
    expect(leadsTo(policyOf({ days, activeSession: running }), uid)).toBe(own),
  )
})
