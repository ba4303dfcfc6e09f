import type { PolicyStatus } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { policiesAnswer } from './policies-answer.ts'
import { officeHours, type SampleIndex, type SampleSession, sampleView } from './sample-view.ts'

/** A Wednesday. */
const now = '2026-11-25T12:00:00Z'
const gold = ['gold', 'Gold'] as const
const session = (more: Partial<SampleSession> = {}): SampleSession => ({
  uid: 's1',
  policy: gold,
  created: '2026-11-25T01:00:00Z',
  health: 'ok',
  ...more,
})
const onSunday = { created: '2026-11-22T01:00:00Z', ended: '2026-11-23T01:00:00Z' }
const onFriday = { created: '2026-11-20T06:00:00Z', ended: '2026-11-20T18:00:00Z' }
const atOffice = [{ uid: 'gold', rpo_schedule: officeHours }]
const disabled = [{ uid: 'gold', schedule_enabled: 0 }]
const firstSeen = (at: string) => [{ uid: 'gold', first_seen: Date.parse(at) }]

const statusOf = (index: Partial<SampleIndex>, at = now) => {
  const view = sampleView({ readAt: at, policies: [{ uid: 'gold' }], ...index })
  const [item] = policiesAnswer(view, {}, Date.parse(at)).items
  return item
}

type Case = [string, Partial<SampleIndex>, Partial<PolicyStatus>]

describe('how a policy is', () => {
  it.each<Case>([
    ['its active session is well', { sessions: [session()] }, { health: 'ok', note: null }],
    [
      'its active session is failing',
      { sessions: [session({ health: 'failed', failureText: 'Proxy lost', vms: [14, 2, 1] })] },
      {
        health: 'failed',
        note: null,
        isExpected: true,
        isRemoved: false,
        failureText: 'Proxy lost',
        activeSession: { uid: 's1', creationTimeUTC: '2026-11-25T01:00:00.000Z', state: 'Working' },
        vms: { total: 14, failed: 2, warning: 1 },
      },
    ],
    [
      'nobody knows how its active session is',
      { sessions: [session({ health: 'unknown', state: 'Idle' })] },
      { health: 'unknown', note: null, vms: { total: null, failed: 0, warning: 0 } },
    ],
    [
      'the older of two active sessions is worse',
      {
        sessions: [
          session({ health: 'warning', created: '2026-11-24T13:00:00Z' }),
          session({ uid: 's2' }),
        ],
      },
      { health: 'warning', activeSession: expect.objectContaining({ uid: 's1' }) },
    ],
    [
      'two active sessions are alike',
      {
        sessions: [
          session({ uid: 's2', health: 'failed' }),
          session({ health: 'failed', created: '2026-11-24T13:00:00Z' }),
        ],
      },
      { health: 'failed', activeSession: expect.objectContaining({ uid: 's2' }) },
    ],
    [
      'it has ended lately, and nothing since',
      { sessions: [session({ health: 'failed', ended: '2026-11-25T02:00:00Z' })] },
      { health: 'failed', note: null, activeSession: null, vms: null },
    ],
    [
      'its session ended in a word that is not known',
      { sessions: [session({ health: 'unknown', ended: '2026-11-25T02:00:00Z' })] },
      { health: 'unknown', note: null },
    ],
    [
      'EM lost its session',
      { sessions: [session({ health: 'unknown', isGone: true })] },
      { health: 'unknown', note: null, activeSession: null },
    ],
    [
      'none has begun for days',
      { sessions: [session(onSunday)] },
      { health: 'missing', note: 'No session since 23 Nov 2026, 01:00', isExpected: true },
    ],
    [
      'its last session is 24 hours old and EM has not looked since',
      { sessions: [session({ created: '2026-11-24T11:45:00Z', ended: '2026-11-25T11:45:00Z' })] },
      { health: 'ok', note: null },
    ],
    [
      'its last session is 24 hours and more old',
      { sessions: [session({ created: '2026-11-24T11:30:00Z', ended: '2026-11-25T11:30:00Z' })] },
      { health: 'missing' },
    ],
    ['it has never run', {}, { health: 'missing', note: 'Never ran' }],
    [
      'it is new',
      { policies: firstSeen('2026-11-24T12:01:00Z') },
      { health: 'unknown', note: 'Has not run yet', isExpected: true },
    ],
    [
      'it was new a day ago',
      { policies: firstSeen('2026-11-24T12:00:00Z') },
      { health: 'missing', note: 'Never ran' },
    ],
    [
      'it is disabled',
      { policies: disabled, sessions: [session(onSunday)] },
      { health: 'unknown', note: 'Disabled', isExpected: false, failureText: null },
    ],
    [
      'it has just been disabled',
      {
        policies: disabled,
        sessions: [session({ health: 'warning', ended: '2026-11-25T11:00:00Z' })],
      },
      { health: 'warning', note: 'Disabled', isExpected: false },
    ],
    [
      'it is disabled and still runs',
      { policies: disabled, sessions: [session({ health: 'failed' })] },
      { health: 'failed', note: null, isExpected: false },
    ],
    [
      'EM does not say whether it is enabled',
      { policies: [{ uid: 'gold', schedule_enabled: null }], sessions: [session(onSunday)] },
      { health: 'missing', isExpected: true },
    ],
    [
      'it has just been enabled again',
      {
        switches: [
          ['gold', '2026-11-01T00:00:00Z', false],
          ['gold', '2026-11-25T11:30:00Z', true],
        ],
        sessions: [session(onSunday)],
      },
      { health: 'unknown', note: 'Enabled less than an hour ago', isExpected: true },
    ],
    [
      'it was enabled again and did not begin',
      {
        switches: [
          ['gold', '2026-11-01T00:00:00Z', false],
          ['gold', '2026-11-25T10:30:00Z', true],
        ],
        sessions: [session(onSunday)],
      },
      { health: 'missing', note: 'No session since 23 Nov 2026, 01:00' },
    ],
    [
      'it is gone',
      {
        policies: [{ uid: 'gold', removed_at: Date.parse('2026-11-24T00:00:00Z') }],
        sessions: [session({ ...onSunday, health: 'failed' })],
      },
      {
        health: 'unknown',
        note: 'No longer in Enterprise Manager',
        isRemoved: true,
        isExpected: false,
        streak: null,
      },
    ],
    [
      'it was renamed',
      {
        policies: [{ uid: 'gold', name: 'Platinum' }],
        sessions: [session({ health: 'failed' })],
      },
      { name: 'Platinum', health: 'failed' },
    ],
    [
      'it was moved to another server',
      {
        policies: [{ uid: 'gold', server_uid: 'server-2', server_name: 'vbr-02' }],
        sessions: [session({ health: 'warning', server: ['server-1', 'vbr-01'] })],
      },
      { backupServerUid: 'server-2', backupServerName: 'vbr-02', health: 'warning' },
    ],
  ])('%s', (_, index, expected) => {
    expect(statusOf(index)).toMatchObject(expected)
  })

  it.each<[string, string, Partial<PolicyStatus>]>([
    ['on Friday evening', '2026-11-20T20:00:00Z', { health: 'ok', note: 'Outside its schedule' }],
    [
      'at the week-end',
      '2026-11-22T12:00:00Z',
      { health: 'unknown', note: 'Outside its schedule', isExpected: false },
    ],
    [
      'on Monday before six',
      '2026-11-23T05:59:00Z',
      { health: 'unknown', note: 'Outside its schedule', isExpected: false },
    ],
    [
      'in the first hour of Monday',
      '2026-11-23T06:59:00Z',
      { health: 'unknown', note: 'Its schedule has just begun', isExpected: true },
    ],
    ['in the second hour of Monday', '2026-11-23T07:00:00Z', { health: 'missing' }],
  ])('in office hours, last run on Friday: %s', (_, at, expected) => {
    expect(statusOf({ policies: atOffice, sessions: [session(onFriday)] }, at)).toMatchObject(
      expected,
    )
  })

  it('goes by the hours of the zone of the schedule', () => {
    const index = { policies: atOffice, sessions: [session(onFriday)] }
    const at = '2026-11-23T06:30:00Z'
    expect(statusOf({ ...index, scheduleZone: 'Europe/Oslo' }, at)).toMatchObject({
      health: 'missing',
    })
    expect(statusOf({ ...index, scheduleZone: 'America/New_York' }, at)).toMatchObject({
      note: 'Outside its schedule',
    })
  })

  it('is not missing what EM has not been asked for', () => {
    const sessions = [session({ created: '2026-11-24T02:00:00Z', ended: '2026-11-25T01:00:00Z' })]
    expect(statusOf({ sessions })).toMatchObject({ health: 'missing' })
    expect(statusOf({ sessions, readAt: '2026-11-25T02:00:00Z' })).toMatchObject({ health: 'ok' })
  })

  it('is told of each policy of one name', () => {
    const view = sampleView({
      readAt: now,
      policies: [
        { uid: 'a', name: 'Gold', server_uid: 'server-1', server_name: 'vbr-01' },
        { uid: 'b', name: 'Gold', server_uid: 'server-2', server_name: 'vbr-02' },
      ],
      sessions: [
        session({ policy: ['b', 'Gold'], health: 'failed' }),
        session({ uid: 's2', policy: ['a', 'Gold'] }),
        session({ uid: 's3', policy: ['', 'Gold'], health: 'warning' }),
      ],
    })
    const { items } = policiesAnswer(view, {}, Date.parse(now))
    expect(items.map(({ uid, health }) => [uid, health])).toEqual([
      ['b', 'failed'],
      ['a', 'ok'],
    ])
  })

  it('is nothing before EM was read', () => {
    expect(statusOf({ readAt: null, sessions: [session()] })).toBeUndefined()
  })
})
