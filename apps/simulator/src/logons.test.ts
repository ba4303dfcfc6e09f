import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostLogons } from './logons.ts'
import { at, clientOf, listAt, startForTest } from './test-client.ts'

let running: Awaited<ReturnType<typeof startForTest>>
beforeAll(async () => {
  running = await startForTest()
})
afterAll(() => running.stop())

const header = 'x-restsvcsessionid'

function basic(text: string) {
  return { Authorization: `Basic ${Buffer.from(text, 'utf8').toString('base64')}` }
}

describe('logging on', () => {
  it('answers 201 with the token in a header, in a cookie, and as the GUID of the body in base64', async () => {
    const answer = await running.client.logOn()
    expect(answer.status).toBe(201)
    const token = answer.headers[header] ?? ''
    const body: unknown = JSON.parse(answer.text)
    expect(Buffer.from(token, 'base64').toString()).toBe(at(body, 'sessionId'))
    expect(at(body, 'sessionId')).toMatch(/^[0-9a-f-]{36}$/)
    expect(at(body, 'userName')).toBe('DEMO\\operator')
    expect(answer.headers['set-cookie']?.toLowerCase()).toBe(
      `x-restsvcsessionid=${token.toLowerCase()}; path=/api`,
    )
    const deletes = listAt(body, 'links').filter((link) => at(link, 'rel') === 'Delete')
    expect(deletes).toHaveLength(1)
    expect(at(deletes[0], 'href')).toMatch(/^https:\/\/em01\.demo\.lab:9398\/api\/logonSessions\//)
  })

  it.each([
    ['DEMO\\operator:demo', 201],
    ['demo\\OPERATOR:demo', 201],
    ['DEMO\\jürgen:pässwort-ß€', 201],
    ['DEMO\\operator:Demo', 401],
    ['operator:demo', 401],
    ['', 401],
  ])('as %s is answered %i', async (credentials, status) => {
    const answer = await running.client.send('/api/sessionMngr/?v=latest', {
      method: 'POST',
      headers: basic(credentials),
    })
    expect(answer.status).toBe(status)
    expect(answer.headers['www-authenticate']).toBe(
      status === 401 ? 'Basic Realm=RestSvc' : undefined,
    )
  })

  it('needs credentials, and their encoding to be UTF-8', async () => {
    const path = '/api/sessionMngr/?v=latest'
    expect((await running.client.send(path, { method: 'POST' })).status).toBe(401)
    const latin1 = Buffer.from('DEMO\\jürgen:pässwort-ß€', 'latin1').toString('base64')
    const headers = { Authorization: `Basic ${latin1}` }
    expect((await running.client.send(path, { method: 'POST', headers })).status).toBe(401)
  })
})

describe('the token', () => {
  const path = '/api/backupServers'
  const status = async (headers: Record<string, string>) =>
    (await running.client.send(path, { headers })).status

  it('is needed, by header or cookie, and a cookie goes before the header', async () => {
    const good = (await running.client.logOn()).headers[header] ?? ''
    const bad = Buffer.from('no such session').toString('base64')
    expect(await status({})).toBe(401)
    expect(await status({ 'X-RestSvcSessionId': bad })).toBe(401)
    expect(await status({ 'X-RestSvcSessionId': good })).toBe(200)
    expect(await status({ Cookie: `X-RestSvcSessionId=${good}` })).toBe(200)
    expect(await status({ 'X-RestSvcSessionId': good, Cookie: `X-RestSvcSessionId=${bad}` })).toBe(
      401,
    )
    expect(
      await status({ 'X-RestSvcSessionId': bad, Cookie: `a=b; X-RestSvcSessionId=${good}` }),
    ).toBe(200)
    expect(await status({ 'X-RestSvcSessionId': good, Cookie: 'theme=dark' })).toBe(200)
  })

  it('is of no use after logging off, which is answered 204', async () => {
    const logon = await running.client.logOn()
    const headers = { 'X-RestSvcSessionId': logon.headers[header] ?? '' }
    const own = `/api/logonSessions/${String(at(JSON.parse(logon.text), 'sessionId'))}`
    const list = await running.client.send('/api/logonSessions', {
      headers: { ...headers, Accept: 'application/json' },
    })
    expect(list.text).toContain(own)
    const off = await running.client.send(own, { method: 'DELETE', headers })
    expect([off.status, off.text]).toEqual([204, ''])
    expect(await status(headers)).toBe(401)
    expect((await running.client.send(own, { method: 'DELETE', headers })).status).toBe(401)
  })

  it('expires when it is not used for the idle time, and not while it is', async () => {
    const idle = await startForTest({ policies: 1, idleMinutes: 0.04 })
    try {
      const used = await idle.client.logOn()
      const unused = await idle.client.logOn()
      const ask = (answer: typeof used) =>
        idle.client.send(path, { headers: { 'X-RestSvcSessionId': answer.headers[header] ?? '' } })
      for (let round = 0; round < 4; round += 1) {
        await sleep(700)
        expect((await ask(used)).status).toBe(200)
      }
      expect((await ask(unused)).status).toBe(401)
    } finally {
      await idle.stop()
    }
  })
})

describe('accounts without rights', () => {
  it('log on and off, and are refused all else when they have no role', async () => {
    const logon = await running.client.logOn('DEMO\\norole', 'demo')
    expect(logon.status).toBe(201)
    const headers = { 'X-RestSvcSessionId': logon.headers[header] ?? '' }
    for (const path of ['/api/query?type=CdpPolicy', '/api/cdpPolicies', '/api/logonSessions']) {
      expect((await running.client.send(path, { headers })).status).toBe(403)
    }
    const own = `/api/logonSessions/${String(at(JSON.parse(logon.text), 'sessionId'))}`
    expect((await running.client.send(own, { method: 'DELETE', headers })).status).toBe(204)
  })

  it('may lack the right to system sessions alone', async () => {
    const logon = await running.client.logOn('DEMO\\viewer', 'demo')
    const headers = { 'X-RestSvcSessionId': logon.headers[header] ?? '' }
    expect((await running.client.send('/api/systemSessions', { headers })).status).toBe(403)
    expect((await running.client.send('/api/cdpPolicies', { headers })).status).toBe(200)
  })
})

describe('too many logons', () => {
  it('are refused until one logs off', async () => {
    const crowded = await startForTest({ policies: 1 })
    try {
      const client = clientOf(crowded.simulator)
      const first = await client.logOn()
      for (let count = 1; count < mostLogons; count += 1) {
        expect((await client.logOn()).status).toBe(201)
      }
      expect((await client.logOn()).status).toBe(503)
      const headers = { 'X-RestSvcSessionId': first.headers[header] ?? '' }
      const own = `/api/logonSessions/${String(at(JSON.parse(first.text), 'sessionId'))}`
      await client.send(own, { method: 'DELETE', headers })
      expect((await client.logOn()).status).toBe(201)
    } finally {
      await crowded.stop()
    }
  })
})
