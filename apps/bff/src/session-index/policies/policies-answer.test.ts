import {
  type Health,
  healths,
  type PoliciesQuery,
  policiesQuerySchema,
  policiesStatusAnswerSchema,
} from '@cdp-watch/contract'
import { describe, expect, it, vi } from 'vitest'
import { policiesAnswer } from './policies-answer.ts'
import { type SampleIndex, sampleView } from './sample-view.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const servers = { 1: 'vbr-01', 2: 'VBR-Nord' } as const

const policy = (uid: string, name: string, server: keyof typeof servers) => ({
  uid,
  name,
  server_uid: `server-${server}`,
  server_name: servers[server],
})
const running = (uid: string, health: Health, failing = 0, created = '2026-11-25T01:00:00Z') => ({
  uid: `session of ${uid}`,
  policy: [uid, uid] as const,
  created,
  health,
  vms: [9, failing, 0] as const,
})

const estate: SampleIndex = {
  readAt: '2026-11-25T12:00:00Z',
  policies: [
    policy('a', 'Web farm', 1),
    policy('b', 'gold tier', 1),
    policy('c', 'Årsarkiv', 2),
    policy('d', 'SAP prod', 2),
    policy('e', 'Archive', 2),
  ],
  sessions: [
    running('a', 'ok'),
    running('b', 'failed', 2),
    running('d', 'failed', 7, '2026-11-24T13:00:00Z'),
    running('e', 'warning', 1),
  ],
}

const answerOf = (query: Record<string, string | string[]> = {}, index: SampleIndex = estate) =>
  policiesAnswer(sampleView(index), policiesQuerySchema.parse(query), now)

const uids = (...asked: Parameters<typeof answerOf>) =>
  answerOf(...asked)
    .items.map(({ uid }) => uid)
    .join('')

describe('the list of policies', () => {
  it('is as the contract has it', () => {
    const answer = answerOf()
    expect(policiesStatusAnswerSchema.parse({ ...answer, asOf: null })).toEqual({
      ...answer,
      asOf: null,
    })
    expect(answer).toMatchObject({ total: 5, dataVersion: 1 })
  })

  it.each<[Record<string, string>, string]>([
    [{}, 'dbcea'],
    [{ sort: 'health' }, 'dbcea'],
    [{ sort: '-health' }, 'aecdb'],
    [{ sort: 'name' }, 'ebdac'],
    [{ sort: '-name' }, 'cadbe'],
    [{ sort: 'backupServerName' }, 'baedc'],
    [{ sort: '-backupServerName' }, 'edcba'],
    [{ sort: '-streak' }, 'cdeba'],
    [{ sort: 'streak' }, 'aebdc'],
    [{ sort: '-vmsFailed' }, 'dbeac'],
    [{ sort: 'vmsFailed' }, 'acebd'],
    [{ sort: 'name', limit: '2' }, 'eb'],
    [{ sort: 'name', limit: '2', offset: '3' }, 'ac'],
    [{ sort: 'name', offset: '5' }, ''],
  ])('in the order of %j: %s', (query, expected) => {
    expect(uids(query)).toBe(expected)
    expect(answerOf(query).total).toBe(5)
  })

  it.each<[Record<string, string | string[]>, string]>([
    [{ health: 'failed' }, 'db'],
    [{ health: ['missing', 'ok'] }, 'ca'],
    [{ health: 'unknown' }, ''],
    [{ backupServerUid: 'server-1' }, 'ba'],
    [{ backupServerUid: ['server-1', 'server-2'] }, 'dbcea'],
    [{ backupServerUid: 'server-9' }, ''],
    [{ health: 'failed', backupServerUid: 'server-2' }, 'd'],
    [{ q: 'GOLD' }, 'b'],
    [{ q: 'nord' }, 'dce'],
    [{ q: 'a\u030Ars' }, 'c'],
    [{ q: '%' }, ''],
    [{ q: '' }, 'dbcea'],
    [{ q: 'ar', health: 'ok' }, 'a'],
  ])('with %j: %s', (query, expected) => {
    expect(uids(query)).toBe(expected)
    expect(answerOf(query).total).toBe(expected.length)
  })

  it('counts each value under all other filters', () => {
    const { facets } = answerOf({ health: 'failed', backupServerUid: 'server-2' })
    expect(facets.health).toEqual({ failed: 1, missing: 1, warning: 1, unknown: 0, ok: 0 })
    expect(facets.backupServer).toEqual([
      { uid: 'server-2', name: 'VBR-Nord', count: 1 },
      { uid: 'server-1', name: 'vbr-01', count: 1 },
    ])
  })

  it('counts a chosen server though it has none', () => {
    const { facets } = answerOf({ q: 'gold', backupServerUid: 'server-2' })
    expect(facets.backupServer).toEqual([
      { uid: 'server-1', name: 'vbr-01', count: 1 },
      { uid: 'server-2', name: 'VBR-Nord', count: 0 },
    ])
    expect(Object.values(facets.health)).toEqual(healths.map(() => 0))
  })

  it('leaves policies out that are gone and ran before these days', () => {
    const gone = { removed_at: now - 1 }
    const ended = { ended: '2026-11-25T02:00:00Z' }
    const index: SampleIndex = {
      ...estate,
      policies: [
        { ...policy('a', 'A', 1), ...gone, server_name: 'former name' },
        { ...policy('b', 'B', 1), ...gone },
        { ...policy('c', 'C', 1), ...gone },
        policy('d', 'D', 1),
      ],
      sessions: [
        { ...running('a', 'ok', 0, '2026-10-27T00:00:00Z'), ...ended },
        { ...running('b', 'ok', 0, '2026-10-26T23:59:00Z'), ...ended },
        running('d', 'ok'),
      ],
    }
    expect(uids({}, index)).toBe('ad')
    expect(answerOf({}, index).facets.backupServer).toEqual([
      { uid: 'server-1', name: 'vbr-01', count: 2 },
    ])
  })

  it('tells of policies that were gone before the index was begun', () => {
    const index: SampleIndex = {
      readAt: estate.readAt,
      sessions: [
        { ...running('x', 'ok', 0, '2026-11-20T00:00:00Z'), ended: '2026-11-21T00:00:00Z' },
        { ...running('x', 'failed', 0, '2026-11-22T00:00:00Z'), ended: '2026-11-23T00:00:00Z' },
        running('new', 'ok', 0, '2026-11-25T12:00:01Z'),
        running('', 'failed'),
      ],
    }
    const { items } = answerOf({}, index)
    expect(items).toEqual([
      expect.objectContaining({
        uid: 'x',
        name: 'x',
        backupServerName: 'vbr-01',
        health: 'unknown',
        isRemoved: true,
        note: 'No longer in Enterprise Manager',
      }),
    ])
    expect(items[0]?.days.map(({ health }) => health)).not.toContain('missing')
  })

  it('gives the fields of a policy as EM does', () => {
    const index: SampleIndex = {
      readAt: estate.readAt,
      policies: [
        {
          ...policy('a', 'A', 1),
          next_run: now,
          schedule_configured: null,
          rpo_reporting: '{"warningAfterSeconds":2,"failedAfterSeconds":null}',
        },
      ],
    }
    expect(answerOf({}, index).items).toEqual([
      expect.objectContaining({
        nextRun: '2026-11-25T12:00:00.000Z',
        scheduleConfigured: null,
        scheduleEnabled: true,
        rpoSeconds: 15,
        rpoReporting: { warningAfterSeconds: 2, failedAfterSeconds: null },
      }),
    ])
  })

  it('is computed once for paging, filtering and sorting, and anew for what changes it', () => {
    const view = sampleView(estate)
    const policies = vi.spyOn(view, 'policies')
    const ask = (query: PoliciesQuery, at: number, changed = {}) =>
      policiesAnswer({ ...view, ...changed, policies: view.policies }, query, at)
    const times = (count: number) => expect(policies).toHaveBeenCalledTimes(count)
    for (const query of [{}, { offset: 1 }, { q: 'a' }, { sort: 'name' }, { zone: 'UTC' }])
      ask(query, now + 60_000)
    times(1)
    ask({ zone: 'Europe/Oslo' }, now)
    times(2)
    ask({}, now + 15 * 60_000)
    times(3)
    ask({}, now, { dataVersion: 2 })
    times(4)
    ask({}, now, { readAtEm: now + 1 })
    times(5)
    expect(ask({ offset: 1 }, now, { readAtEm: now + 1 }).items).toHaveLength(4)
    times(5)
  })
})
