import { problemSchema } from '@cdp-watch/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { type Simulator, startSimulator } from './simulator.ts'

let em: Simulator
let bff: TestBff
beforeAll(async () => {
  em = await startSimulator()
  bff = await startBff(em.target)
  await bff.awaitReadiness(200)
})
afterAll(async () => {
  await bff.stop()
  await em.stop()
})
beforeEach(() => em.forget())

const good = livePath({ type: 'CdpPolicy' })
const query = good.slice(good.indexOf('?'))

describe('another address under /api/em', () => {
  it.each([
    '/api/em',
    '/api/em/',
    `/api/em/query/${query}`,
    `/api/em/Query${query}`,
    `/API/em/query${query}`,
    `/api/em/../em/query${query}`,
    `/api/em/%2e%2e/em/query${query}`,
    `/api/em/./query${query}`,
    `/api/em//query${query}`,
    `//api/em/query${query}`,
    `/api/em/queryx${query}`,
    `/api/em/query.json${query}`,
    `/api/em/query;x=1${query}`,
    `/api/em/query%20${query}`,
    `/api/em/query%2f${query}`,
    `/api/em%2fquery${query}`,
    `/api/em/%71uery${query}`,
    `/api/em/query\\..\\cdpPolicies`,
    '/api/em/cdpPolicies',
    '/api/em/logonSessions',
    '/api/em/query/../logonSessions',
    '/api/query?type=CdpPolicy',
    '/api/sessionMngr/?v=latest',
    '/api/cdpReplicaSessions',
  ])('%s is not found, and EM does not hear of it', async (path) => {
    const answer = await bff.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(problemSchema.parse(answer.json())).toMatchObject({ status: 404, code: 'not-found' })
    expect((await em.received()).total).toBe(0)
  })
})

describe('another method', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'])(
    '%s is not taken, and EM does not hear of it',
    async (method) => {
      const answer = await bff.get(good, { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET')
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(problemSchema.parse(answer.json())).toMatchObject({ code: 'method-not-allowed' })
      expect((await em.received()).total).toBe(0)
    },
  )

  it('HEAD is not taken, and EM does not hear of it', async () => {
    const answer = await bff.get(good, { method: 'HEAD' })
    expect([answer.status, answer.headers.allow, answer.text]).toEqual([405, 'GET', ''])
    expect((await em.received()).total).toBe(0)
  })

  it.each(['/healthz', '/readyz', '/api/freshness', '/api/about', '/api/openapi.json'])(
    '%s takes GET and HEAD alone',
    async (path) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        const answer = await bff.get(path, { method })
        expect([answer.status, answer.headers.allow], method).toEqual([405, 'GET, HEAD'])
        expect(problemSchema.parse(answer.json()).code).toBe('method-not-allowed')
      }
      expect((await bff.get(path, { method: 'HEAD' })).status).toBe(200)
    },
  )
})

describe('a wrong query', () => {
  it('names parameter and place, and EM does not hear of it', async () => {
    const answer = await bff.get(livePath({ type: 'CdpPolicy', filter: 'Name=="a";Nope=="b"' }))
    expect(answer.status).toBe(400)
    const problem = problemSchema.parse(answer.json())
    expect(problem).toMatchObject({
      code: 'bad-filter',
      parameter: 'filter',
      position: { start: 10, end: 14 },
      requestId: answer.headers['x-request-id'],
    })
    expect((await em.received()).total).toBe(0)
  })

  it('on the dashboard’s own addresses is refused too', async () => {
    const answer = await bff.get('/api/freshness?fresh=very')
    expect(problemSchema.parse(answer.json())).toMatchObject({
      code: 'bad-parameter',
      parameter: 'fresh',
      detail: '“fresh” is not a parameter here. Known are: none.',
    })
  })
})

describe('what a browser sends along', () => {
  const hostile = {
    cookie: 'X-RestSvcSessionId=c3RvbGVu; other=1',
    authorization: 'Basic c3RvbGVuOnB3',
    accept: 'text/html, application/xml;q=0.9',
    'accept-encoding': 'gzip, br',
    'accept-language': 'nb',
    'x-restsvcsessionid': 'c3RvbGVu',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'evil.example',
    'x-http-method-override': 'DELETE',
    forwarded: 'for=203.0.113.7',
    referer: 'https://evil.example/',
    origin: 'https://evil.example',
    'user-agent': 'Mozilla/5.0',
    'if-none-match': '"x"',
    range: 'bytes=0-10',
    'x-request-id': 'from-the-browser',
    te: 'trailers',
    'keep-alive': 'timeout=1',
    via: '1.1 proxy',
    'proxy-authorization': 'Basic c3RvbGVuOnB3',
  }

  it.each<[string, Record<string, string>, string | undefined]>([
    ['headers of every kind', hostile, undefined],
    ['an expectation', { ...hostile, expect: '100-continue' }, undefined],
    ['an upgrade', { ...hostile, connection: 'Upgrade', upgrade: 'websocket' }, undefined],
    ['a closing connection', { ...hostile, connection: 'close' }, undefined],
    [
      'a body',
      { ...hostile, 'content-length': '46' },
      'DELETE /api/logonSessions/x HTTP/1.1\r\nHost: em',
    ],
    [
      'a body in chunks',
      { ...hostile, 'transfer-encoding': 'chunked' },
      'GET /api/jobs HTTP/1.1\r\n\r\n',
    ],
  ])('%s never reaches EM', async (_name, headers, body) => {
    for (const raw of ['true', 'false']) {
      const path = livePath({ type: 'CdpPolicy', raw })
      const answer = await bff.get(path, { headers, ...(body ? { body } : {}) })
      expect(answer.status).toBe(200)
    }
    const { requests, cookiesSeen, byKind } = await em.received()
    expect(byKind).toEqual({ 'query CdpPolicy': 2 })
    expect(cookiesSeen).toBe(0)
    for (const { headers: told } of requests) {
      const { 'x-restsvcsessionid': token, ...rest } = told
      expect(rest).toEqual({
        host: new URL(em.target.url).host,
        accept: 'application/json',
        'user-agent': 'cdp-watch',
        connection: 'keep-alive',
      })
      expect(token).not.toBe(hostile['x-restsvcsessionid'])
    }
  })

  it.each([
    ['0f9d4a3c-req_1', '0f9d4a3c-req_1'],
    ['short', undefined],
    ['x'.repeat(65), undefined],
    ['with space in it', undefined],
  ])('the request id %s is kept where it is a plain one', async (given, kept) => {
    const { headers } = await bff.get('/healthz', { headers: { 'x-request-id': given } })
    const told = headers['x-request-id']
    if (kept === undefined) expect(told).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    else expect(told).toBe(kept)
  })
})
