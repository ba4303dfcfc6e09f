import { gunzipSync } from 'node:zlib'
import {
  freshnessSchema,
  indexedSessionSchema,
  indexedSessionsAnswerSchema,
  policiesStatusAnswerSchema,
  problemSchema,
  sessionDetailSchema,
  sessionsAnswerSchema,
} from '@cdp-watch/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startBff, type TestBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { until } from './until.ts'

let em: Simulator
let bff: TestBff
beforeAll(async () => {
  em = await startSimulator({ policies: 20, vms: 5, days: 12 })
  bff = await startBff(em.target, { collects: true, historyDays: 12, pollSeconds: 1 })
  await until(freshness, ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0)
})
afterAll(async () => {
  await bff.stop()
  await em.stop()
})

async function freshness() {
  return freshnessSchema.parse((await bff.get('/api/freshness')).json())
}

async function sessions(query: Record<string, string> = {}) {
  const answer = await bff.get(`/api/sessions?${new URLSearchParams(query)}`)
  expect(answer.status).toBe(200)
  return indexedSessionsAnswerSchema.parse(answer.json())
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}

/** Every session that EM has, asked live page by page. */
async function inEm() {
  const items = []
  for (let page = 1, count = 1; page <= count; page += 1) {
    const path = livePath({ type: 'CdpReplicaSession', pageSize: '500', page: String(page) })
    const answer = sessionsAnswerSchema.parse((await bff.get(path)).json())
    count = answer.page.count
    items.push(...answer.items)
  }
  return items
}

describe('GET /api/sessions', () => {
  it('is packed for who takes that, and says the same', async () => {
    const plain = await bff.get('/api/sessions?limit=50')
    const headers = { 'accept-encoding': 'gzip' }
    const packed = await bff.get('/api/sessions?limit=50', { headers })
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.headers.vary).toBe('Accept-Encoding')
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2)
    const items = z.object({ items: z.array(z.unknown()) })
    expect(items.parse(JSON.parse(gunzipSync(packed.bytes).toString()))).toEqual(
      items.parse(plain.json()),
    )
  })

  it('has every session that EM has, with what EM says of it', async () => {
    const known = await inEm()
    const { items, total, asOf } = await sessions({ limit: '1000' })
    expect(known.length).toBeGreaterThan(150)
    expect(total).toBe(known.length)
    expect(asOf).not.toBeNull()
    const byUid = new Map(items.map((item) => [item.uid, item]))
    for (const session of known) expect(byUid.get(session.uid)).toMatchObject(session)
  })

  it('counts what is there: totals, facets and bars agree', async () => {
    const { total, totalInRange, facets, histogram } = await sessions({ bars: '50', limit: '1' })
    expect(totalInRange).toBe(total)
    for (const counts of [facets.health, facets.state, facets.result])
      expect(sum(counts)).toBe(total)
    for (const list of [facets.policy, facets.backupServer]) {
      expect(list.reduce((all, { count }) => all + count, 0)).toBe(total)
    }
    const bars = [histogram?.failed, histogram?.warning, histogram?.ok, histogram?.unknown]
    expect(bars.flatMap((each) => each ?? []).reduce((all, count) => all + count, 0)).toBe(total)
  })

  it('narrows by everything at once, and each facet by all but itself', async () => {
    const all = await sessions({ limit: '1000' })
    const failed = all.items.filter((item) => item.health === 'failed')
    const policyUid = failed[0]?.policyUid ?? ''
    const text = (failed[0]?.failureText ?? '').slice(3, 20)
    const answer = await sessions({ health: 'failed', policyUid, q: text, limit: '1000' })
    const expected = failed.filter(
      (item) => item.policyUid === policyUid && item.failureText?.includes(text),
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(answer.total).toBeGreaterThanOrEqual(expected.length)
    const found = new Set(answer.items.map((item) => item.uid))
    for (const item of expected) expect(found).toContain(item.uid)
    const others = await sessions({ policyUid, q: text, limit: '1' })
    expect(answer.facets.health).toEqual(others.facets.health)
    expect(sum(answer.facets.result)).toBe(answer.total)
  })

  it('walks through all by its cursor, each once, in order', async () => {
    const { total } = await sessions()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: z.infer<typeof indexedSessionsAnswerSchema> = await sessions({
        limit: '37',
        sort: 'policyName,-creationTimeUTC',
        ...(cursor === null ? {} : { cursor }),
      })
      seen.push(...page.items.map((item) => item.uid))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    const sorted = await sessions({ limit: '1000', sort: 'policyName,-creationTimeUTC' })
    expect(seen).toEqual(sorted.items.map((item) => item.uid))
  })

  it('answers 304 to who has it already, and only to the same question', async () => {
    const first = await bff.get('/api/sessions?limit=3')
    const tag = String(first.headers.etag)
    const again = await bff.get('/api/sessions?limit=3', { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
    expect(again.bytes).toHaveLength(0)
    const wrong = await bff.get('/api/sessions?limit=x', { headers: { 'If-None-Match': tag } })
    expect(wrong.status).toBe(400)
    expect(first.headers['cache-control']).toBe('private, no-cache')
  })

  it.each<[string, string]>([
    ['limit=0', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['health=bad', 'health'],
    ['unknown=1', 'unknown'],
    ['sort=size', 'sort'],
    ['filter=Result%3D%3D', 'filter'],
  ])('refuses %s and names the parameter', async (query, parameter) => {
    const answer = await bff.get(`/api/sessions?${query}`)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, parameter })
    expect(answer.headers.etag).toBeUndefined()
  })

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    const answer = await bff.get('/api/sessions', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })
})

describe('GET /api/sessions/:uid', () => {
  it('tells why a session failed, and of its policy’s others', async () => {
    const { items } = await sessions({ health: 'failed', limit: '1000' })
    const silent = items.find((item) => item.failureSource === 'tasks' && item.state === 'Stopped')
    const path = `/api/sessions/${encodeURIComponent(silent?.uid ?? '')}`
    const detail = sessionDetailSchema.parse((await bff.get(path)).json())
    expect(detail.session).toEqual(silent)
    expect(detail.failureTexts[0]?.text).toBe(silent?.failureText)
    expect(detail.failureTexts[0]?.vms.length).toBeGreaterThan(0)
    expect(detail.tasks.length).toBeGreaterThan(0)
    expect(detail.recent.map((each) => each.uid)).toContain(silent?.uid)
    const starts = detail.recent.map((each) => each.creationTimeUTC)
    expect(starts).toEqual(starts.toSorted())
  })

  it('says that there is none', async () => {
    const answer = await bff.get('/api/sessions/urn%3Aveeam%3ACdpReplicaSession%3Anone')
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('GET /api/sessions/export', () => {
  it('gives all that match as JSON, in order', async () => {
    const answer = await bff.get('/api/sessions/export?format=json&result=Failed&sort=name')
    const rows = z.array(indexedSessionSchema).parse(answer.json())
    const { items } = await sessions({ result: 'Failed', sort: 'name', limit: '1000' })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows).toEqual(items)
    expect(answer.headers['x-total-rows']).toBe(String(rows.length))
  })

  it('gives them as CSV by default, to be saved', async () => {
    const answer = await bff.get('/api/sessions/export?result=Failed')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="cdp-sessions-\d{4}-\d\d-\d\d\.csv"$/,
    )
    expect(answer.text.startsWith('\ufeffhealth,result,')).toBe(true)
  })

  it('refuses what it does not know', async () => {
    const answer = await bff.get('/api/sessions/export?format=xml')
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, parameter: 'format' })
  })
})

describe('GET /api/policies', () => {
  it('tells of every policy, worst first, with its thirty days', async () => {
    const answer = policiesStatusAnswerSchema.parse((await bff.get('/api/policies')).json())
    expect(answer.total).toBe(20)
    expect(answer.days).toHaveLength(30)
    expect(answer.items.every((item) => item.days.length === 30)).toBe(true)
    const order = ['failed', 'missing', 'warning', 'unknown', 'ok']
    const ranks = answer.items.map((item) => order.indexOf(item.health))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  it.each(['zone=Nowhere', 'sort=size', 'health=bad'])('refuses %s', async (query) => {
    expect((await bff.get(`/api/policies?${query}`)).status).toBe(400)
  })
})
