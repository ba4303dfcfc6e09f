import { request } from 'node:http'
import { BlockList } from 'node:net'
import { problemSchema } from '@cdp-watch/contract'
import { describe, expect, it, type TestContext } from 'vitest'
import { post } from './access-rig.ts'
import { createRig } from './rig.ts'

const proxiesAt = (address: string) => {
  const list = new BlockList()
  list.addAddress(address)
  return list
}

/** A dashboard that believes the proxy at this address. */
async function start(context: TestContext, address: string) {
  const { startEm, start: startBff } = createRig(context)
  const em = await startEm()
  return startBff(em.target, {
    access: { kind: 'header', header: 'x-forwarded-user' },
    front: {
      isHttps: true,
      publicOrigin: 'https://cdp.example.com',
      hostNames: new Set(['cdp.example.com']),
      proxies: proxiesAt(address),
      tls: undefined,
      frameAncestors: [],
    },
  })
}

describe.concurrent('ACCESS=header', () => {
  it('takes the proxy’s word for who somebody is, and where they are', async (context) => {
    const bff = await start(context, '127.0.0.1')
    const headers = {
      'x-forwarded-user': Buffer.from('LAB\\jürgen').toString('latin1'),
      'x-forwarded-for': '203.0.113.9',
      host: 'cdp.example.com',
    }
    const me = await bff.get('/api/me', { headers })
    expect(me.json()).toEqual({ access: 'header', name: 'LAB\\jürgen', endsUTC: null })
    await post(bff, '/api/sign-out', '', { origin: 'https://evil.example', ...headers })
    const { text } = await bff.get('/api/audit', { headers })
    expect(text).toContain('"address":"203.0.113.9"')
  })

  it.for([
    ['no name', {}],
    ['an empty name', { 'x-forwarded-user': '  ' }],
    ['a name that cannot be read', { 'x-forwarded-user': 'a\u00ff\u00fe' }],
    ['a name without end', { 'x-forwarded-user': 'x'.repeat(300) }],
  ] as const)('lets nobody in with %s', async ([_name, headers], context) => {
    const bff = await start(context, '127.0.0.1')
    expect((await bff.get('/api/me', { headers })).status).toBe(401)
  })

  it('lets nobody in with two names', async (context) => {
    const bff = await start(context, '127.0.0.1')
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${bff.url}/api/me`, (answer) => resolve(answer.resume().statusCode))
      sent.setHeader('X-Forwarded-User', ['mallory', 'anna'])
      sent.on('error', reject)
      sent.end()
    })
    expect(status).toBe(401)
  })

  it('believes nobody who is not the proxy, and tells that there is no sign-in', async (context) => {
    const bff = await start(context, '192.0.2.1')
    const headers = { 'x-forwarded-user': 'LAB\\anna', 'x-forwarded-for': '192.0.2.1' }
    const answer = await bff.get('/api/me', { headers })
    expect(answer.status).toBe(401)
    expect(problemSchema.parse(answer.json()).detail).toContain('reverse proxy')
    const body = { username: 'DEMO\\operator', password: 'demo' }
    const own = { origin: 'https://cdp.example.com' }
    expect((await post(bff, '/api/sign-in', body, own)).status).toBe(404)
    const state = await bff.get('/api/sign-in', { headers })
    expect(state.json()).toEqual({ access: 'header', isSignedIn: false })
  })
})
