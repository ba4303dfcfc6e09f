import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, listAt, startForTest } from './test-client.ts'

let running: Awaited<ReturnType<typeof startForTest>>
beforeAll(async () => {
  running = await startForTest({ control: true, policies: 12 })
})
afterAll(() => running.stop())
beforeEach(async () => {
  await running.client.control('DELETE', 'fail')
  await running.client.control('DELETE', 'requests')
})

const fail = (body: unknown) => running.client.control('POST', 'fail', body)
const ask = () => running.client.get('/api/cdpPolicies?format=Entity')

describe('failures asked for', () => {
  it.each([
    ['401', 401],
    ['403', 403],
    ['500', 500],
    ['503', 503],
  ])('of kind %s are answered so, as often as asked', async (kind, status) => {
    await ask()
    await fail({ kind, count: 2 })
    const statuses = [await ask(), await ask(), await ask()].map((answer) => answer.status)
    expect(statuses).toEqual([status, status, 200])
  })

  it('401 says how to authenticate, 503 when to come again if that was asked for', async () => {
    await ask()
    await fail({ kind: '401' })
    expect((await ask()).headers['www-authenticate']).toBe('Basic Realm=RestSvc')
    await fail({ kind: '503', retryAfter: 7 })
    expect((await ask()).headers['retry-after']).toBe('7')
    await fail({ kind: '503' })
    expect((await ask()).headers['retry-after']).toBeUndefined()
  })

  it('slow ones answer late, and then as ever', async () => {
    const usual = await ask()
    await fail({ kind: 'slow', delayMs: 300 })
    const before = performance.now()
    const late = await ask()
    expect(performance.now() - before).toBeGreaterThan(280)
    expect(late.text).toBe(usual.text)
  })

  it('a reset cuts the connection without an answer', async () => {
    await ask()
    await fail({ kind: 'reset' })
    await expect(ask()).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect((await ask()).status).toBe(200)
  })

  it('a truncated body ends before its announced length', async () => {
    await ask()
    await fail({ kind: 'truncated' })
    await expect(ask()).rejects.toThrow(/aborted|ECONNRESET/)
    await fail({ kind: 'truncated', path: '/api/query' })
    await expect(running.client.get(running.client.queryPath('CdpReplicaSession'))).rejects.toThrow(
      /aborted|ECONNRESET/,
    )
  })

  it('a page of HTML comes with status 200, an XML error whatever was accepted', async () => {
    await ask()
    await fail({ kind: 'html' })
    const html = await ask()
    expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    await fail({ kind: 'xml-error' })
    const xml = await ask()
    expect(xml.status).toBe(500)
    expect(xml.text).toMatch(/^<\?xml .*<Error .*StatusCode="500"/)
  })

  it('befall only requests with the text in their path', async () => {
    await ask()
    await fail({ kind: '500', path: 'type=CdpReplicaSession' })
    expect((await ask()).status).toBe(200)
    const path = running.client.queryPath('CdpReplicaSession')
    expect((await running.client.get(path)).status).toBe(500)
    expect((await running.client.get(path)).status).toBe(200)
  })

  it('befall logging on as well', async () => {
    await fail({ kind: '503', path: 'sessionMngr' })
    expect((await running.client.logOn()).status).toBe(503)
    expect((await running.client.logOn()).status).toBe(201)
  })

  it.each([
    [{ kind: 'flood' }, 'kind must be'],
    [{ kind: '500', count: 'many' }, 'count'],
    [{ kind: '500', path: 5 }, 'path'],
    [{ kind: '500', kinds: [] }, 'kinds'],
    [[], 'object'],
  ])('%j is refused', async (body, part) => {
    const answer = await running.client.send('/__simulator/fail', {
      method: 'POST',
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(400)
    expect(at(JSON.parse(answer.text), 'message')).toContain(part)
  })
})

describe('logons', () => {
  it('are expired at once', async () => {
    const { client, stop } = await startForTest({ control: true, policies: 1 })
    try {
      expect((await client.get('/api/backupServers')).status).toBe(200)
      expect(await client.control('POST', 'expire-logons')).toEqual({ liveLogons: 0 })
      expect((await client.get('/api/backupServers')).status).toBe(401)
    } finally {
      await stop()
    }
  })
})

describe('the record of requests', () => {
  it('has every request to the API with its headers and status, and no password', async () => {
    await running.client.logOn()
    await running.client.send('/api/cdpPolicies', { headers: { Cookie: 'a=b', 'X-Mark': 'here' } })
    await running.client.send('/api/query?type=CdpPolicy&page=1')
    const record = await running.client.control('GET', 'requests')
    const requests = listAt(record, 'requests')
    expect(
      requests.map((entry) => [at(entry, 'method'), at(entry, 'url'), at(entry, 'status')]),
    ).toEqual([
      ['POST', '/api/sessionMngr/?v=latest', 201],
      ['GET', '/api/cdpPolicies', 401],
      ['GET', '/api/query?type=CdpPolicy&page=1', 401],
    ])
    expect(at(requests[0], 'headers', 'authorization')).toBe('Basic (not recorded)')
    expect(at(requests[1], 'headers', 'x-mark')).toBe('here')
    expect(record).toMatchObject({
      total: 3,
      byKind: { 'POST sessionMngr': 1, 'GET cdpPolicies': 1, 'query CdpPolicy': 1 },
      cookiesSeen: 1,
      logons: 1,
      maxConcurrent: 1,
    })
    expect(JSON.stringify(record)).not.toContain(
      Buffer.from('DEMO\\operator:demo').toString('base64'),
    )
    await running.client.control('DELETE', 'requests')
    expect(await running.client.control('GET', 'requests')).toMatchObject({
      total: 0,
      requests: [],
    })
  })

  it('knows how many were under way at a time', async () => {
    await ask()
    await fail({ kind: 'slow', count: 3, delayMs: 1_000 })
    await Promise.all([ask(), ask(), ask()])
    expect(at(await running.client.control('GET', 'requests'), 'maxConcurrent')).toBe(3)
  })
})

describe('settings', () => {
  it('change what comes after', async () => {
    const set = (body: unknown) => running.client.control('POST', 'set', body)
    await set({ jsonCase: 'pascal', bom: true, maxPageSize: 5 })
    const { text } = await ask()
    expect(text.startsWith('\uFEFF{"CdpPolicies":')).toBe(true)
    const path = (size: number) => running.client.queryPath('CdpPolicy', { pageSize: size })
    expect((await running.client.get(path(6))).status).toBe(400)
    expect((await running.client.get(path(5))).status).toBe(200)
    expect(await set({ jsonCase: 'camel', bom: false, maxPageSize: 1000 })).toEqual({
      latencyMs: 0,
      jsonCase: 'camel',
      bom: false,
      maxPageSize: 1000,
    })
    await set({ latencyMs: 250 })
    const before = performance.now()
    await ask()
    expect(performance.now() - before).toBeGreaterThan(230)
    await set({ latencyMs: 0 })
    expect(at(await set({ jsonCase: 'snake' }), 'message')).toContain('jsonCase')
    expect(at(await set({ colour: 'red' }), 'message')).toContain('colour')
  })
})

describe('the clock', () => {
  it('moves, and EM knows more only after its next collection; while that is frozen, nothing more', async () => {
    const lastFinished = async () => {
      const runs = listAt(await running.client.json('/api/systemSessions'), 'sessions')
      const ends = runs.map((run) => Date.parse(String(at(run, 'endTimeUTC') ?? '1970-01-01')))
      return Math.max(...ends)
    }
    const now = async () =>
      Date.parse(String(at(await running.client.control('GET', 'health'), 'now')))
    const advance = (advanceSeconds: number) =>
      running.client.control('POST', 'clock', { advanceSeconds })

    const first = await lastFinished()
    expect((await now()) - first).toBeLessThan(17 * 60_000)
    await advance(20 * 60)
    expect(await lastFinished()).toBeGreaterThan(first)
    await running.client.control('POST', 'set', { collecting: false })
    await advance(2 * 60)
    const frozen = await lastFinished()
    await advance(3 * 3600)
    expect(await lastFinished()).toBe(frozen)
    expect((await now()) - frozen).toBeGreaterThan(3 * 3_600_000)
    await running.client.control('POST', 'set', { collecting: true })
    await advance(20 * 60)
    expect((await now()) - (await lastFinished())).toBeLessThan(17 * 60_000)
  })
})

describe('the Date of an answer', () => {
  it.each([5 * 3600, -9 * 3600])('follows the clock when it moves by %i s', async (seconds) => {
    const dated = async () => Date.parse((await ask()).headers.date ?? '')
    const before = await dated()
    await running.client.control('POST', 'clock', { advanceSeconds: seconds })
    const moved = (await dated()) - before - seconds * 1000
    await running.client.control('POST', 'clock', { advanceSeconds: -seconds })
    expect(Math.abs(moved)).toBeLessThan(60_000)
  })

  it('is there too where it fails', async () => {
    const now = at(await running.client.control('GET', 'health'), 'now')
    await fail({ kind: '503' })
    const date = Date.parse((await ask()).headers.date ?? '')
    expect(Math.abs(date - Date.parse(String(now)))).toBeLessThan(60_000)
  })
})

describe('control', () => {
  it('answers 404 for what it does not have', async () => {
    const answer = await running.client.send('/__simulator/nothing')
    expect(answer.status).toBe(404)
    expect((await running.client.send('/__simulator/fail')).status).toBe(404)
  })

  it('tells how it is', async () => {
    expect(await running.client.control('GET', 'health')).toMatchObject({
      status: 'ok',
      policies: 12,
      faultsWaiting: 0,
    })
  })
})
