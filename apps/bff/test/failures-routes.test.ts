import {
  failureDetailSchema,
  failuresAnswerSchema,
  freshnessSchema,
  type IndexedSession,
  indexedSessionsAnswerSchema,
  problemSchema,
  sessionDetailSchema,
} from '@cdp-watch/contract'
import { condition, print } from '@cdp-watch/em-filter'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupingVersion } from '../src/failures/group-id.ts'
import { startBff, type TestBff } from './bff.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { until } from './until.ts'

const unknownId = `${groupingVersion}-00000000000000000000`

let em: Simulator
let bff: TestBff
beforeAll(async () => {
  em = await startSimulator({ policies: 20, vms: 5, days: 12 })
  bff = await startBff(em.target, { collects: true, historyDays: 12, pollSeconds: 1 })
  await until(
    async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()),
    ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0,
  )
})
afterAll(async () => {
  await bff.stop()
  await em.stop()
})

const search = (query: Record<string, string>) => new URLSearchParams(query).toString()

async function failures(query: Record<string, string> = {}) {
  const answer = await bff.get(`/api/failures?${search({ limit: '1000', ...query })}`)
  expect(answer.status).toBe(200)
  return failuresAnswerSchema.parse(answer.json())
}

async function sessions(query: Record<string, string>) {
  const answer = await bff.get(`/api/sessions?${search({ limit: '1000', ...query })}`)
  return indexedSessionsAnswerSchema.parse(answer.json())
}

const at = (id: string) => `/api/failures/${encodeURIComponent(id)}`

describe('GET /api/failures', () => {
  it('has every failing session in a group, and far fewer groups than sessions', async () => {
    const answer = await failures()
    const { items } = await sessions({})
    const failing = items.filter(({ failureText }) => failureText !== null)
    expect(failing.length).toBeGreaterThan(10)
    expect(failing.every(({ failureGroups }) => failureGroups.length > 0)).toBe(true)
    expect(answer.sessions).toBe(failing.length)
    expect(answer.total).toBe(answer.items.length)
    expect(new Set(failing.flatMap(({ failureGroups }) => failureGroups))).toEqual(
      new Set(answer.items.map(({ id }) => id)),
    )
    expect(answer.total).toBeLessThan(failing.length)
    expect(answer).toMatchObject({ regrouping: null, asOf: expect.any(String) })
    expect(answer.days).toHaveLength(30)
  })

  it('counts in each group the sessions that the list of sessions finds of it', async () => {
    const { items } = await failures()
    for (const { id, counts, perDay } of items.slice(0, 5)) {
      expect((await sessions({ failure: id })).total).toBe(counts.sessions)
      expect(perDay.reduce((all, count) => all + count, 0)).toBe(counts.sessions)
    }
  })

  it('narrows by what Sessions are narrowed by', async () => {
    const { items } = await sessions({ health: 'failed' })
    const { policyUid } = items[0] ?? {}
    const narrowed = await failures({ policyUid: policyUid ?? '', health: 'failed' })
    const expected = items.filter((item) => item.policyUid === policyUid)
    expect(narrowed.sessions).toBe(expected.length)
    expect(narrowed.items.every(({ counts }) => counts.policies === 1)).toBe(true)
    expect((await failures({ q: 'nothing says this' })).items).toEqual([])
  })

  it.each<[filter: string, (session: IndexedSession) => Record<string, string>]>([
    ['state', ({ state }) => ({ state })],
    ['result', ({ result }) => ({ result })],
    ['health', ({ health }) => ({ health })],
    ['policyUid', ({ policyUid }) => ({ policyUid: policyUid ?? '' })],
    ['backupServerUid', ({ backupServerUid }) => ({ backupServerUid: backupServerUid ?? '' })],
    ['q', ({ policyName }) => ({ q: policyName })],
    ['failure', ({ failureGroups }) => ({ failure: failureGroups[0] ?? '' })],
    ['filter', ({ policyName }) => ({ filter: print(condition('PolicyName', '==', policyName)) })],
    ['from', ({ creationTimeUTC }) => ({ from: creationTimeUTC })],
    ['to', ({ creationTimeUTC }) => ({ to: creationTimeUTC })],
  ])('is of the sessions that %s finds on Sessions, and of no others', async (_, of) => {
    const failing = ({ failureText }: IndexedSession) => failureText !== null
    const all = (await sessions({})).items.filter(failing)
    const some = all[Math.floor(all.length / 2)]
    if (some === undefined) throw new Error('no session fails')
    const query = of(some)
    const expected = (await sessions(query)).items.filter(failing)
    const narrowed = await failures(query)
    expect(narrowed.sessions).toBe(expected.length)
    expect(narrowed.total).toBe(new Set(expected.flatMap((each) => each.failureGroups)).size)
  })

  it('lists what changed since a time, and nothing before', async () => {
    const { items } = await failures()
    const changes = items.map(({ changedUTC }) => changedUTC).toSorted()
    const changedSince = changes.at(-1) ?? ''
    const listed = await failures({ changedSince })
    const expected = items.filter(({ changedUTC }) => changedUTC >= changedSince)
    expect(listed.items).toEqual(expected)
    expect(listed.total).toBe(expected.length)
    expect(expected.length).toBeLessThan(items.length)
  })

  it('lists worst first, or as asked, a page at a time', async () => {
    const { items, total, facets } = await failures()
    const ranks = items.map(({ severity }) => ['failed', 'missing', 'warning'].indexOf(severity))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    const frequent = (await failures({ sort: '-sessions' })).items.map(({ id }) => id)
    const page = await failures({ sort: '-sessions', limit: '2', offset: '1' })
    expect(page.items.map(({ id }) => id)).toEqual(frequent.slice(1, 3))
    expect(page.total).toBe(total)
    const { warning } = facets.severity
    expect((await failures({ severity: 'warning' })).total).toBe(warning ?? 0)
  })

  it('is not sent again while nothing has changed', async () => {
    await em.set({ collecting: false })
    const first = await bff.get('/api/failures')
    const headers = { 'If-None-Match': String(first.headers.etag) }
    const again = await bff.get('/api/failures', { headers })
    expect([first.status, again.status]).toEqual([200, 304])
  })

  it.each([
    ['zone=Nowhere', 'zone'],
    ['sort=size', 'sort'],
    ['status=gone', 'status'],
    ['severity=bad', 'severity'],
    ['changedSince=yesterday', 'changedSince'],
    ['limit=0', 'limit'],
    ['failure=nonsense', 'failure'],
    ['filter=Result%3D%3D', 'filter'],
    ['from=2026-06-15T00:00:00Z&to=2026-06-14T00:00:00Z', 'to'],
    ['unknown=1', 'unknown'],
  ])('refuses %s and names the parameter', async (query, parameter) => {
    const answer = await bff.get(`/api/failures?${query}`)
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, parameter })
  })

  it('takes no POST', async () => {
    expect((await bff.get('/api/failures', { method: 'POST' })).status).toBe(405)
  })
})

describe('GET /api/failures/:id', () => {
  it('tells of one group what the list does, and its texts, VMs and policies', async () => {
    const listed = (await failures({ sort: '-vms' })).items[0]
    const answer = await bff.get(at(listed?.id ?? ''))
    const detail = failureDetailSchema.parse(answer.json())
    expect(detail.group).toEqual(listed)
    expect(detail.redirectedFrom).toBeNull()
    expect(detail.vms.length).toBe(detail.group.counts.vms)
    expect(detail.policies.length).toBe(detail.group.counts.policies)
    expect(detail.texts.map(({ text }) => text)).toContain(detail.group.sample)
    expect(answer.headers.etag).toBeDefined()
  })

  it('is where the failure texts of a session lead', async () => {
    const { items } = await sessions({ health: 'failed' })
    const uid = items[0]?.uid ?? ''
    const path = `/api/sessions/${encodeURIComponent(uid)}`
    const { failureTexts } = sessionDetailSchema.parse((await bff.get(path)).json())
    for (const { groupId, group, text, parts } of failureTexts) {
      const detail = failureDetailSchema.parse((await bff.get(at(groupId ?? ''))).json())
      expect(group?.firstSeenUTC).toBe(detail.group.firstSeenUTC)
      expect(parts.map((part) => part.text).join('')).toBe(text)
    }
    expect(failureTexts.length).toBeGreaterThan(0)
  })

  it.each([
    ['no group has', unknownId, 'not-found', 'no session that is kept has it'],
    [
      'is of another version',
      '999-00000000000000000000',
      'group-outdated',
      'earlier version of the grouping',
    ],
  ])('says so where the id %s', async (_, id, code, words) => {
    const problem = problemSchema.parse((await bff.get(at(id))).json())
    expect(problem).toMatchObject({ status: 404, code })
    expect(problem.detail).toContain(words)
  })

  it('refuses what it does not know', async () => {
    const answer = await bff.get(`${at(unknownId)}?limit=3`)
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, parameter: 'limit' })
  })
})
