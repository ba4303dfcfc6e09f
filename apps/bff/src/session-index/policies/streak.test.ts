import type { Health } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { policiesAnswer } from './policies-answer.ts'
import { officeHours, type SampleIndex, type SampleSession, sampleView } from './sample-view.ts'

/** A Wednesday. */
const now = Date.parse('2026-11-25T12:00:00Z')

/** A session a day from one o'clock, ended at one o'clock but for the last, which ended or not. */
const daily = (first: number, ended: boolean, ...list: Health[]): SampleSession[] =>
  list.map((health, index) => ({
    uid: `s${index}`,
    policy: ['gold', 'Gold'],
    created: `2026-11-${first + index}T01:00:00Z`,
    ...((ended || index < list.length - 1) && { ended: `2026-11-${first + index + 1}T01:00:00Z` }),
    health,
  }))

const streakOf = (index: Partial<SampleIndex>) => {
  const view = sampleView({
    readAt: '2026-11-25T12:00:00Z',
    policies: [{ uid: 'gold' }],
    ...index,
  })
  const streak = policiesAnswer(view, {}, now).items[0]?.streak
  return streak && [streak.sinceUTC.slice(5, 16), streak.days]
}

describe('for how long a policy has not been well', () => {
  it.each<[string, Partial<SampleIndex>, ReturnType<typeof streakOf>]>([
    ['it is well', { sessions: daily(24, false, 'failed', 'ok') }, null],
    ['nobody knows', { sessions: daily(24, false, 'failed', 'unknown') }, null],
    ['since today', { sessions: daily(24, false, 'ok', 'failed') }, ['11-25T01:00', 1]],
    [
      'for 3 days',
      { sessions: daily(22, false, 'ok', 'failed', 'failed', 'failed') },
      ['11-23T01:00', 3],
    ],
    [
      'in turns',
      { sessions: daily(23, false, 'warning', 'failed', 'warning') },
      ['11-23T01:00', 3],
    ],
    [
      'unknown between',
      { sessions: daily(23, false, 'failed', 'unknown', 'failed') },
      ['11-23T01:00', 3],
    ],
    [
      'unknown before',
      { sessions: daily(23, false, 'unknown', 'unknown', 'failed') },
      ['11-25T01:00', 1],
    ],
    ['well between', { sessions: daily(23, false, 'failed', 'ok', 'failed') }, ['11-25T01:00', 1]],
    [
      'renamed and moved meanwhile',
      {
        sessions: daily(23, false, 'failed', 'failed', 'failed').map((session, index) => ({
          ...session,
          policy: ['gold', `Gold ${index}`],
          server: [`server-${index}`, 'vbr'],
        })),
      },
      ['11-23T01:00', 3],
    ],
    ['ended badly', { sessions: daily(23, true, 'failed', 'warning') }, ['11-23T01:00', 3]],
    ['missing', { sessions: daily(21, true, 'ok', 'ok') }, ['11-23T01:00', 3]],
    [
      'missing after it failed',
      { sessions: daily(20, true, 'ok', 'failed', 'failed') },
      ['11-21T01:00', 5],
    ],
    [
      'missing, unknown before',
      { sessions: daily(21, true, 'failed', 'ok', 'unknown') },
      ['11-24T01:00', 2],
    ],
    [
      'never ran',
      { policies: [{ uid: 'gold', first_seen: now - 50 * 3_600_000 }] },
      ['11-23T10:00', 3],
    ],
    [
      'missing since it was enabled again',
      {
        sessions: daily(10, true, 'failed'),
        switches: [
          ['gold', '2026-11-11T00:00:00Z', false],
          ['gold', '2026-11-24T15:00:00Z', true],
        ],
      },
      ['11-24T15:00', 1],
    ],
    [
      'missing since Monday, as it pauses at the week-end',
      { policies: [{ uid: 'gold', rpo_schedule: officeHours }], sessions: daily(20, true, 'ok') },
      ['11-23T06:00', 3],
    ],
    [
      'the worse of two that run: what the other is does not end it',
      {
        sessions: [
          ...daily(23, true, 'ok'),
          { uid: 'a', policy: ['gold', 'Gold'], created: '2026-11-24T13:00:00Z', health: 'failed' },
          { uid: 'b', policy: ['gold', 'Gold'], created: '2026-11-25T01:00:00Z', health: 'ok' },
        ],
      },
      ['11-24T13:00', 1],
    ],
    [
      'told up to when EM was read',
      { readAt: '2026-11-22T12:00:00Z', sessions: daily(19, true, 'ok', 'failed', 'failed') },
      ['11-20T01:00', 3],
    ],
  ])('%s', (_, index, expected) => {
    expect(streakOf(index)).toEqual(expected)
  })
})
