import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { appErrorOf } from '../../test/app-error-of.ts'
import { startEmStub } from '../../test/em-stub.ts'
import { AppError } from '../errors.ts'
import { createEmHttp } from './http.ts'
import { logOffFrom, logOnTo } from './logon-request.ts'
import { createTrustedAgent } from './trust.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const guid = '8b7a2f6e-0c1d-4e5f-9a8b-7c6d5e4f3a2b'
const token = Buffer.from(guid).toString('base64')
const secret = 'pässwort:ß€'

const start = async (listener: (request: IncomingMessage, response: ServerResponse) => void) => {
  const requests: IncomingMessage[] = []
  const em = await startEmStub((request, response) => {
    requests.push(request)
    listener(request, response)
  })
  const agent = createTrustedAgent({ kind: 'insecure' }, 10)
  cleanups.push(em.stop, () => agent.destroy())
  const send = createEmHttp({ url: em.url, agent, timeoutSeconds: 10 })
  const target = {
    url: em.url,
    username: 'LAB\\jürgen',
    password: secret,
    trust: { kind: 'insecure' },
  } as const
  return { requests, send, logOn: () => logOnTo(target, send) }
}

describe('a logon', () => {
  it('is asked for as EM wants it', async () => {
    const { requests, logOn } = await start((_request, response) =>
      response
        .writeHead(201, { 'X-RestSvcSessionId': token })
        .end(JSON.stringify({ SessionId: guid })),
    )
    expect(await logOn()).toEqual({ token, sessionId: guid })
    const { method, url, headers } = requests[0] ?? {}
    expect([method, url]).toEqual(['POST', '/api/sessionMngr/?v=latest'])
    expect(headers).toMatchObject({ accept: 'application/json', 'content-length': '0' })
    const credentials = headers?.authorization?.replace('Basic ', '') ?? ''
    expect(Buffer.from(credentials, 'base64').toString('utf8')).toBe(`LAB\\jürgen:${secret}`)
  })

  it.each([
    ['in any case of keys', JSON.stringify({ sessionId: guid })],
    ['behind a byte order mark', `\uFEFF${JSON.stringify({ SessionId: guid })}`],
    ['in XML, from the token then', `<LogonSession><SessionId>${guid}</SessionId></LogonSession>`],
    ['not at all, from the token then', ''],
  ])('knows its session, told %s', async (_name, body) => {
    const { logOn } = await start((_request, response) =>
      response.writeHead(201, { 'X-RestSvcSessionId': token }).end(body),
    )
    expect(await logOn()).toEqual({ token, sessionId: guid })
  })

  it.each<[string, number, Record<string, string>, string, string, RegExp]>([
    [
      'a wrong password',
      401,
      { 'WWW-Authenticate': 'Basic Realm=RestSvc' },
      '',
      'em-wrong-credentials',
      /EM_USERNAME.*EM_PASSWORD/,
    ],
    [
      'an account without a role',
      403,
      {},
      '',
      'em-refused',
      /give it a role in Enterprise Manager/,
    ],
    ['the API of a backup server', 404, {}, '', 'em-wrong-port', /9419 .* backup server.*9398/],
    ['a server that takes no POST', 405, {}, '', 'em-wrong-port', /9398/],
    [
      'the web console',
      200,
      {},
      '<html><body>Veeam</body></html>',
      'em-wrong-port',
      /9443 is the web console/,
    ],
    ['the web console’s redirect', 302, { Location: '/login' }, '', 'em-wrong-port', /9443/],
    ['a 201 without a token', 201, {}, '{}', 'em-wrong-port', /without a logon session/],
    [
      'a full EM',
      503,
      { 'Retry-After': '30' },
      '{"Message":"The maximum number of logon sessions has been reached."}',
      'em-overloaded',
      /maximum number of logon sessions/,
    ],
    ['a failing EM', 500, {}, '<Error Message="boom" StatusCode="500"/>', 'em-error', /boom/],
    [
      'a gateway',
      502,
      {},
      '<html><title>Bad Gateway</title></html>',
      'em-bad-answer',
      /web page \(502\).*Bad Gateway/,
    ],
  ])('tells %s', async (_name, status, headers, body, code, words) => {
    const { requests, logOn } = await start((_request, response) =>
      response.writeHead(status, headers).end(body),
    )
    const failure = await appErrorOf(logOn())
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(words)
    expect(requests).toHaveLength(1)
    const told = `${failure.message} ${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`
    expect(told).not.toContain(secret)
    expect(told).not.toContain(Buffer.from(`LAB\\jürgen:${secret}`).toString('base64'))
  })
})

describe('a log-off', () => {
  it('ends that session, with its own token', async () => {
    const { requests, send } = await start((_request, response) => response.writeHead(204).end())
    await logOffFrom({ token, sessionId: guid }, send)
    expect(requests[0]).toMatchObject({ method: 'DELETE', url: `/api/logonSessions/${guid}` })
    expect(requests[0]?.headers['x-restsvcsessionid']).toBe(token)
  })

  it.each([200, 204, 401, 404])('%i: it is gone', async (status) => {
    const { send } = await start((_request, response) => response.writeHead(status).end())
    await expect(logOffFrom({ token, sessionId: guid }, send)).resolves.toBeUndefined()
  })

  it('says that EM does not confirm', async () => {
    const { send } = await start((_request, response) => response.writeHead(500).end())
    await expect(logOffFrom({ token, sessionId: guid }, send)).rejects.toBeInstanceOf(AppError)
  })

  it('cannot be led to another resource by an odd session id', async () => {
    const { requests, send } = await start((_request, response) => response.writeHead(204).end())
    await logOffFrom({ token, sessionId: '../jobs/7?x=' }, send)
    expect(requests[0]?.url).toBe('/api/logonSessions/..%2Fjobs%2F7%3Fx%3D')
  })
})
