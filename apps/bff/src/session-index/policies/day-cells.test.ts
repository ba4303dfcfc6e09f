import { policyDays, policyStatusSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { dayMs } from './duration.ts'
import { policiesAnswer } from './policies-answer.ts'
import type { PolicyRow } from './policy-row.ts'
import {
  officeHours,
  type SampleIndex,
  type SampleSession,
  sampleSchedule,
  sampleView,
} from './sample-view.ts'

const letters = { f: 'failed', m: 'missing', w: 'warning', u: 'unknown', o: 'ok' } as const

/** A Wednesday. */
const now = '2026-11-25T12:00:00Z'
const gold = ['gold', 'Gold'] as const

/** First seen now, so that it is known from its sessions on. */
const policy = (more: Partial<PolicyRow>) => [{ uid: 'gold', first_seen: Date.parse(now), ...more }]

/**
 * `25T01 o` and so on, days of November: from the hour until 24 hours later, or to the hour that
 * follows (`25T01-03 o`, `25T01-26T12 o`); what would end after `now` is active.
 */
function sessions(text: string): SampleSession[] {
  const pattern = /(\d\d)T(\d\d)(?:-(?:(\d\d)T)?(\d\d))? ([fwuo])/g
  const at = (day = '', hour = '') => Date.parse(`2026-11-${day}T${hour}:00:00Z`)
  return [...text.matchAll(pattern)].map(([uid, day, from, toDay, to, letter]) => {
    const created = at(day, from)
    const ended = to === undefined ? created + dayMs : at(toDay ?? day, to)
    return {
      uid,
      policy: gold,
      created: new Date(created).toISOString(),
      health: Object.entries(letters).find(([key]) => key === letter)?.[1] ?? 'unknown',
      ...(ended <= Date.parse(now) && { ended: new Date(ended).toISOString() }),
    }
  })
}

const answerOf = (index: Partial<SampleIndex>, query: { zone?: string } = {}, at = now) => {
  const view = sampleView({ readAt: at, policies: policy({}), ...index })
  return policiesAnswer(view, query, Date.parse(at))
}

/** The last days of the first policy as letters, `.` for none. */
const lastDays = (count: number, ...asked: Parameters<typeof answerOf>) => {
  const days = answerOf(...asked).items[0]?.days.slice(-count) ?? []
  return days
    .map(({ health }) => Object.entries(letters).find(([, word]) => word === health)?.[0] ?? '.')
    .join('')
}

const disabled = policy({ schedule_enabled: 0 })
const atOffice = policy({ rpo_schedule: officeHours })
const overnight = policy({ rpo_schedule: sampleSchedule([1, 2, 3, 4, 5], 20, 24) })
const firstSeen = (at: string) => policy({ first_seen: Date.parse(at) })
const removed = policy({ removed_at: Date.parse('2026-11-23T13:00Z') })

describe('the days of a policy', () => {
  it.each<[string, Partial<SampleIndex> & { text?: string }, string]>([
    ['all well', { text: '21T01 o 22T01 o 23T01 o 24T01 o 25T01 o' }, '.ooooo'],
    ['each its own', { text: '20T01 o 21T01 w 22T01 f 23T01 u 24T01 o 25T01 f' }, 'owfuof'],
    ['the worst of a day', { text: '24T01-02 o 24T03-04 f 24T05-06 w 24T07 o 25T07 o' }, '....fo'],
    ['the worst of today', { text: '24T01 o 25T01-03 f 25T03 o' }, '....of'],
    ['an active one of yesterday', { text: '23T13 o 24T13 w' }, '...oww'],
    ['one that has ended today', { text: '23T10 o 24T10 f' }, '...off'],
    [
      'a start that drifts past midnight',
      { text: '20T23 o 21T23 w 23T00 o 24T00 o 25T00 o' },
      'owwooo',
    ],
    [
      'two starts on one day, none on the next',
      { text: '22T00 o 23T00 o 23T23 w 25T00 o' },
      '..owwo',
    ],
    ['a day left out', { text: '22T01 o 23T01 o 25T01 o' }, '..oomo'],
    ['ended at noon, half of the day', { text: '22T12 o 24T01 o 25T01 o' }, '..oooo'],
    ['ended before noon', { text: '22T11 o 24T01 o 25T01 o' }, '..omoo'],
    ['nothing for days', { text: '20T01 o 21T01 f' }, 'ofmmmm'],
    ['a long one that still runs', { text: '20T01-26T12 w' }, 'wwwwww'],
    ['a retry beside a longer one', { text: '21T06-23T18 o 22T07-08 w 24T01 o 25T01 o' }, '.owooo'],
    ['never any', { policies: firstSeen('2026-01-01'), text: '' }, 'mmmmmm'],
    ['new', { policies: firstSeen('2026-11-22T13:00Z') }, '...mmm'],
    ['new, but with older sessions', { text: '21T01 o 23T01 o 25T01 o' }, '.omomo'],
    [
      'older than its sessions',
      { policies: firstSeen('2026-11-21T13:00Z'), text: '24T01 o 25T01 o' },
      '..mmoo',
    ],
    [
      'disabled',
      { policies: disabled, switches: [['gold', '2026-11-01', false]], text: '21T01 o' },
      '.o....',
    ],
    [
      'disabled since',
      {
        policies: disabled,
        switches: [
          ['gold', '2026-11-01', true],
          ['gold', '2026-11-23T13:00Z', false],
        ],
        text: '20T01 o',
      },
      'omm...',
    ],
    [
      'enabled again',
      {
        switches: [
          ['gold', '2026-11-01', false],
          ['gold', '2026-11-22T13:00Z', true],
        ],
        text: '20T01 o',
      },
      'o..mmm',
    ],
    ['removed', { policies: removed, text: '20T01 o' }, 'omm...'],
    [
      'office hours',
      { policies: atOffice, text: '20T06-18 o 23T06-18 o 24T06-18 f 25T06-18 o' },
      'o..ofo',
    ],
    ['office hours left out', { policies: atOffice, text: '19T06-18 o 23T06-18 o' }, 'm..omm'],
    ['office hours and beyond', { policies: atOffice, text: '20T06-21T03 o 23T06-18 o' }, 'o..omm'],
    ['office hours into the next noon', { policies: atOffice, text: '20T06-21T12 w' }, 'ww.mmm'],
    [
      'hours of the evening that are still to come',
      { policies: overnight, text: '20T20-21T00 o 23T20-24T00 o' },
      'o..om.',
    ],
    ['EM read long ago', { readAt: '2026-11-23T00:10Z', text: '21T01 o' }, '.om...'],
    [
      'EM read long ago, and missing then',
      { readAt: '2026-11-23T20:00Z', text: '20T01 o' },
      'ommm..',
    ],
  ])('%s', (_, { text, ...index }, expected) => {
    const known = text === undefined ? {} : { sessions: sessions(text) }
    expect(lastDays(6, { ...index, ...known })).toBe(expected)
  })

  it('open the worst, then the newest of their sessions', () => {
    const text = '23T01-02 f 23T02-03 f 23T03 o 25T01-02 w 25T02 w'
    const { items } = answerOf({ sessions: sessions(text) })
    expect(items[0]?.days.slice(-4)).toEqual([
      { health: 'none', uid: null },
      { health: 'failed', uid: '23T02-03 f' },
      { health: 'missing', uid: null },
      { health: 'warning', uid: '25T02 w' },
    ])
  })

  it.each([
    [undefined, '2026-10-27', '2026-11-25'],
    ['Pacific/Kiritimati', '2026-10-28', '2026-11-26'],
    ['America/Los_Angeles', '2026-10-27', '2026-11-25'],
  ])('are those of the zone %s: from %s to %s', (zone, first, last) => {
    const { days, items } = answerOf({}, zone === undefined ? {} : { zone })
    expect(days).toHaveLength(policyDays)
    expect([days[0], days.at(-1)]).toEqual([first, last])
    expect(items.map((item) => policyStatusSchema.parse(item).days.length)).toEqual([policyDays])
  })

  it('hold no missing session where office hours lie across the midnight of the person', () => {
    // 06 to 18 UTC are 22 to 10 in Los Angeles: Friday there has only the end of a session.
    const text = '18T06-18 o 19T06-18 w 20T06-18 f 23T06-18 o 24T06-18 o 25T06-18 o'
    const index = { policies: atOffice, sessions: sessions(text) }
    expect(lastDays(9, index, { zone: 'America/Los_Angeles' })).toBe('owff.oooo')
  })

  /** Sessions that follow each other, each begun at half past ten in the evening UTC. */
  const nightly = (from: string, count: number): SampleSession[] =>
    Array.from({ length: count }, (_, index) => {
      const created = Date.parse(`${from}T22:30Z`) + index * dayMs
      return {
        uid: `night ${index}`,
        policy: gold,
        created: new Date(created).toISOString(),
        ...(index < count - 1 && { ended: new Date(created + dayMs).toISOString() }),
        health: index % 2 === 0 ? 'ok' : 'warning',
      }
    })

  it.each([
    // 23:30 in winter, 00:30 in summer: none begins on the 29th.
    ['forward', 5, '2026-03-26', '2026-03-31T12:00:00Z', 'owoowo'],
    // 00:30 in summer, 23:30 in winter: two begin on the 25th.
    ['back', 6, '2026-10-21', '2026-10-27T12:00:00Z', 'owowww'],
  ])('are all there in Oslo when the clocks go %s', (_, count, from, at, expected) => {
    const index = { sessions: nightly(from, count), scheduleZone: 'Europe/Oslo' }
    expect(lastDays(6, index, { zone: 'Europe/Oslo' }, at)).toBe(expected)
  })

  it('leave a day out where two are missing before the clocks are changed', () => {
    const sessions = nightly('2026-10-21', 6).filter(({ uid }) => !/ [23]$/.test(uid))
    const zone = 'Europe/Oslo'
    expect(lastDays(6, { sessions }, { zone }, '2026-10-27T12:00:00Z')).toBe('owmoww')
  })
})
