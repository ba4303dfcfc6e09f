import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { type EmStub, startEmStub } from '../../test/em-stub.ts'
import { EmClock } from './em-clock.ts'
import { createEmHttp, readRetryAfter, type SendToEm } from './http.ts'
import { createTrustedAgent } from './trust.ts'

/** A busy machine takes its time. */
const patience = { timeout: 10_000, interval: 10 }

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const start = async (
  listener: Parameters<typeof startEmStub>[0],
  timeoutSeconds = 10,
): Promise<{ em: EmStub; send: SendToEm; clock: EmClock }> => {
  const em = await startEmStub(listener)
  const agent = createTrustedAgent({ kind: 'insecure' }, timeoutSeconds)
  cleanups.push(em.stop, () => agent.destroy())
  const clock = new EmClock()
  return { em, clock, send: createEmHttp({ url: em.url, agent, timeoutSeconds, clock }) }
}

describe('a request of the dashboard’s own', () => {
  it('carries what it is given, and an empty body as EM wants it', async () => {
    const seen: { request: IncomingMessage; body: string }[] = []
    const { send } = await start(async (request, response) => {
      seen.push({ request, body: await text(request) })
      response.writeHead(201, { 'X-RestSvcSessionId': 'abc', 'Retry-After': '7' }).end('körper')
    })
    const answer = await send({
      method: 'POST',
      path: '/api/sessionMngr/?v=latest',
      headers: { authorization: 'Basic eDp5', accept: 'application/json', 'content-length': '0' },
    })
    expect(answer).toMatchObject({ status: 201, text: 'körper', retryAfter: 7 })
    expect(answer.header('x-restsvcsessionid')).toBe('abc')
    expect(seen).toHaveLength(1)
    expect(seen[0]?.body).toBe('')
    expect(seen[0]?.request).toMatchObject({ method: 'POST', url: '/api/sessionMngr/?v=latest' })
    expect(seen[0]?.request.headers).toMatchObject({
      'content-length': '0',
      accept: 'application/json',
    })
  })

  it('keeps no cookie that EM sets', async () => {
    const cookies: (string | undefined)[] = []
    const { send } = await start((request, response) => {
      cookies.push(request.headers.cookie)
      response.setHeader('Set-Cookie', 'X-RestSvcSessionId=abc; path=/api').end()
    })
    const request = { method: 'GET', path: '/api/', headers: {} } as const
    await send(request)
    await send(request)
    expect(cookies).toEqual([undefined, undefined])
  })

  it('follows no redirect', async () => {
    let requests = 0
    const { send } = await start((_request, response) => {
      requests += 1
      response.writeHead(302, { Location: 'https://127.0.0.1:1/steal' }).end()
    })
    expect(await send({ method: 'GET', path: '/api/', headers: {} })).toMatchObject({ status: 302 })
    expect(requests).toBe(1)
  })

  it.each(['GET', 'POST', 'DELETE'] as const)(
    '%s is sent once, however it fails',
    async (method) => {
      let requests = 0
      const { send } = await start((request) => {
        requests += 1
        request.socket.destroy()
      })
      const sent = send({ method, path: '/api/', headers: {} })
      await expect(sent).rejects.toMatchObject({ code: 'em-unreachable' })
      expect(requests).toBe(1)
    },
  )

  it.each([500, 503, 401])('%i is an answer like another', async (status) => {
    const { send } = await start((_request, response) => response.writeHead(status).end('no'))
    expect(await send({ method: 'GET', path: '/api/', headers: {} })).toMatchObject({
      status,
      text: 'no',
    })
  })

  it('runs out of time, also in the middle of the answer', async () => {
    const { send } = await start((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write(Buffer.alloc(10))
    }, 0.2)
    const sent = send({ method: 'GET', path: '/api/', headers: {} })
    await expect(sent).rejects.toMatchObject({ code: 'em-timeout' })
  })

  it('is not taken for whole when it is cut off', async () => {
    const { send } = await start((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write(Buffer.alloc(10), () => response.destroy())
    })
    const sent = send({ method: 'GET', path: '/api/', headers: {} })
    await expect(sent).rejects.toMatchObject({ code: 'em-unreachable' })
  })

  it.each([200, 401, 503])('learns EM’s clock from an answer %i', async (status) => {
    const ahead = 5 * 3_600_000
    const { send, clock } = await start((_request, response) => {
      response.writeHead(status, { Date: new Date(Date.now() + ahead).toUTCString() }).end('{}')
    })
    await send({ method: 'GET', path: '/api/', headers: {} })
    expect(Math.abs(clock.offsetMs - ahead)).toBeLessThan(60_000)
  })

  it('ends when it is told to', async () => {
    const { em, send } = await start(() => undefined)
    const stopping = new AbortController()
    const sent = send({ method: 'GET', path: '/api/', headers: {}, signal: stopping.signal })
    await expect.poll(() => em.open(), patience).toBe(1)
    stopping.abort()
    await expect(sent).rejects.toThrow()
    await expect.poll(() => em.open(), patience).toBe(0)
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['99999', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('%s is %s', (given, seconds) => {
    expect(readRetryAfter(given)).toBe(seconds)
  })
})
