import { meSchema, problemSchema, signInStateSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { cookieOf, operator, post, signIn, signInAccess, startWithSignIn } from './access-rig.ts'
import type { TestBff } from './bff.ts'
import { begin, livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const sessions = livePath({ type: 'CdpReplicaSession', pageSize: '1' })
const codeOf = (answer: { json(): unknown }) => problemSchema.parse(answer.json()).code
const askMe = (bff: TestBff, cookie: string) => bff.get('/api/me', { headers: { cookie } })

describe.concurrent('signing in', () => {
  it('lets nobody see anything before, and everything after', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    for (const path of [sessions, '/api/me', '/api/about', '/api/freshness', '/api/events']) {
      const refused = await bff.get(path)
      expect(refused.status, path).toBe(401)
      expect(codeOf(refused), path).toBe('not-signed-in')
      expect(refused.headers['cache-control'], path).toBe('no-store')
    }
    expect((await em.received()).byKind).not.toHaveProperty('query CdpReplicaSession')
    const state = signInStateSchema.parse((await bff.get('/api/sign-in')).json())
    expect(state).toEqual({ access: 'em', isSignedIn: false })

    const answer = await signIn(bff)
    expect(answer.status).toBe(200)
    const me = meSchema.parse(answer.json())
    expect(me).toMatchObject({ access: 'em', name: 'DEMO\\operator' })
    const cookie = cookieOf(answer.headers)
    expect((await askMe(bff, cookie)).json()).toEqual(me)
    expect((await bff.get(sessions, { headers: { cookie } })).status).toBe(200)
    const after = await bff.get('/api/sign-in', { headers: { cookie } })
    expect(after.json()).toEqual({ access: 'em', isSignedIn: true })
  })

  it('asks EM by a logon of its own, and logs it off at once', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    await signIn(bff)
    const { logons, liveLogons, requests, cookiesSeen } = await em.received()
    expect(logons).toBe(1)
    // The dashboard's own.
    expect(liveLogons).toBe(1)
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'DELETE'])
    expect(cookiesSeen).toBe(0)
  })

  it('calls a person as EM does, however they write themselves', async (context) => {
    const { bff } = await startWithSignIn(context)
    const answer = await signIn(bff, { username: ' demo\\JÜRGEN ', password: 'pässwort-ß€' })
    expect(answer.json()).toMatchObject({ name: 'DEMO\\jürgen' })
  })

  it('gives a cookie that scripts cannot read and other sites cannot use', async (context) => {
    const { bff } = await startWithSignIn(context)
    const [cookie] = (await signIn(bff)).headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^cdp-watch=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('gives one over HTTPS that this host alone gets', async (context) => {
    const { em } = await startWithSignIn(context)
    const front = {
      isHttps: true,
      publicOrigin: 'https://cdp.example.com',
      hostNames: new Set(['cdp.example.com']),
      proxies: undefined,
      tls: undefined,
      frameAncestors: [],
    }
    const bff = await createRig(context).start(em.target, { access: signInAccess, front })
    const answer = await signIn(bff, operator, { origin: 'https://cdp.example.com' })
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-cdp-watch=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    const plain = cookieOf(answer.headers).replace('__Host-', '')
    expect((await askMe(bff, plain)).status).toBe(401)
    expect((await askMe(bff, cookieOf(answer.headers))).status).toBe(200)
  })

  it.for([
    ['a wrong password', { ...operator, password: 'x' }, 401, 'sign-in-refused'],
    ['an unknown name', { ...operator, username: 'DEMO\\nobody' }, 401, 'sign-in-refused'],
    ['no role', { ...operator, username: 'DEMO\\norole' }, 403, 'sign-in-no-role'],
  ] as const)('refuses %s', async ([_name, body, status, code], context) => {
    const { em, bff } = await startWithSignIn(context)
    const answer = await signIn(bff, body)
    expect(answer.status).toBe(status)
    expect(codeOf(answer)).toBe(code)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect((await em.received()).liveLogons).toBe(1)
  })

  it.for([
    ['500', 'em-error'],
    ['503', 'em-overloaded'],
    ['html', 'em-wrong-port'],
  ] as const)('lets nobody in when EM answers %s', async ([kind, code], context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.fail({ kind, path: '/api/sessionMngr' })
    const atLogon = await signIn(bff)
    expect(codeOf(atLogon)).toBe(code)
    await em.fail({ kind: '500', path: '/api/query' })
    const atProbe = await signIn(bff)
    expect(codeOf(atProbe)).toBe('em-error')
    for (const answer of [atLogon, atProbe]) expect(answer.headers).not.toHaveProperty('set-cookie')
    expect((await em.received()).liveLogons).toBe(1)
  })

  it('says that EM cannot be reached, which counts as no try', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.halt()
    for (let tried = 0; tried < 5; tried += 1) {
      const answer = await signIn(bff)
      expect(answer.status).toBe(503)
      expect(codeOf(answer)).toBe('em-unreachable')
    }
  })

  it('takes the answer of a log-off that fails for what it is: none of the person’s business', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.fail({ kind: '500', path: '/api/logonSessions' })
    expect((await signIn(bff)).status).toBe(200)
    expect(bff.logged()).toContain('could not be logged off')
  })
})

describe.concurrent('a sign-in', () => {
  it('ends for real at sign-out, with its streams, and no other does', async (context) => {
    const { bff } = await startWithSignIn(context)
    const cookie = cookieOf((await signIn(bff)).headers)
    const other = cookieOf((await signIn(bff)).headers)
    const open = async (headers: Record<string, string>) => {
      const stream = await begin(bff.url, '/api/events', { headers })
      const state = { isOver: false }
      stream
        .on('error', () => undefined)
        .once('close', () => {
          state.isOver = true
        })
      stream.resume()
      return state
    }
    const mine = await open({ cookie })
    const others = await open({ cookie: other })
    const answer = await post(bff, '/api/sign-out', '', { cookie })
    expect(answer.json()).toEqual({ access: 'em', isSignedIn: false })
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^cdp-watch=; Path=\/; Expires=Thu, 01 Jan 1970/,
    )
    expect(answer.headers['clear-site-data']).toBe('"cache"')
    await until(
      () => mine.isOver,
      (isOver) => isOver,
    )
    expect((await askMe(bff, cookie)).status).toBe(401)
    expect(others.isOver).toBe(false)
    expect((await askMe(bff, other)).status).toBe(200)
  })

  it('ends by itself, with its streams', async (context) => {
    const access = { ...signInAccess, idleMs: 1500 }
    const { bff } = await startWithSignIn(context, { access, collects: true })
    const cookie = cookieOf((await signIn(bff)).headers)
    const stream = await begin(bff.url, '/api/events', { headers: { cookie } })
    let isOver = false
    stream
      .on('error', () => undefined)
      .once('close', () => {
        isOver = true
      })
    stream.resume()
    await until(
      () => isOver,
      (over) => over,
    )
    expect((await askMe(bff, cookie)).status).toBe(401)
    const again = cookieOf((await signIn(bff)).headers)
    const { text } = await bff.get('/api/audit', { headers: { cookie: again } })
    expect(text).toContain('"sign-in-ended"')
  })

  it('gets an id of its own each time: one planted before is worth nothing, one left behind ends', async (context) => {
    const { bff } = await startWithSignIn(context)
    const planted = `cdp-watch=${'A'.repeat(43)}`
    const first = cookieOf((await signIn(bff, operator, { cookie: planted })).headers)
    expect(first).not.toBe(planted)
    expect((await askMe(bff, planted)).status).toBe(401)
    const second = cookieOf((await signIn(bff, operator, { cookie: first })).headers)
    expect((await askMe(bff, first)).status).toBe(401)
    expect((await askMe(bff, second)).status).toBe(200)
  })

  it('is not that of whoever sends a part of its cookie, or two of them', async (context) => {
    const { bff } = await startWithSignIn(context)
    const cookie = cookieOf((await signIn(bff)).headers)
    const stolen = [
      cookie.slice(0, -1),
      `${cookie}A`,
      cookie.toLowerCase(),
      cookie.replace('cdp-watch', 'CDP-WATCH'),
      `${cookie}; ${cookie}`,
      `cdp-watch=${'A'.repeat(43)}; ${cookie}`,
      'cdp-watch=',
      'cdp-watch=__proto__',
    ]
    for (const each of stolen) expect((await askMe(bff, each)).status, each).toBe(401)
    expect((await askMe(bff, `theme=dark; ${cookie}`)).status).toBe(200)
  })
})

describe.concurrent('tries', () => {
  const wrong = { username: 'DEMO\\operator', password: 'wrong' }

  it('reach EM no more than three times for an account, however its name is written', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    const names = [
      'DEMO\\operator',
      'demo\\OPERATOR',
      'operator',
      'OTHER\\operator',
      'DEMO\\ｏperator',
    ]
    const answers = await Promise.all(
      names.flatMap((username) => [1, 2, 3, 4].map(() => signIn(bff, { ...wrong, username }))),
    )
    expect((await em.received()).byKind['POST sessionMngr']).toBe(3)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3)
    const late = await signIn(bff)
    expect(late.status).toBe(429)
    expect(codeOf(late)).toBe('too-many-sign-ins')
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(30 * 60)
    expect((await em.received()).byKind['POST sessionMngr']).toBe(3)
    const others = await signIn(bff, { username: 'DEMO\\jürgen', password: 'pässwort-ß€' })
    expect(others.status).toBe(200)
  })

  it('cannot be had anew by writing user@domain', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    const answer = await signIn(bff, { ...wrong, username: 'operator@demo.example' })
    expect(answer.status).toBe(400)
    expect((await em.received()).total).toBe(0)
  })

  it('are counted anew after one that was right', async (context) => {
    const { bff } = await startWithSignIn(context)
    for (let round = 0; round < 3; round += 1) {
      expect((await signIn(bff, wrong)).status).toBe(401)
      expect((await signIn(bff, wrong)).status).toBe(401)
      expect((await signIn(bff)).status).toBe(200)
    }
  })

  it('of one address end, whatever names it tries, and whether or not it has one of its own', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    for (let tried = 0; tried < 20; tried += 1) {
      expect((await signIn(bff, { ...wrong, username: `DEMO\\user-${tried}` })).status).toBe(401)
      if (tried === 10) expect((await signIn(bff)).status).toBe(200)
    }
    expect((await signIn(bff, { ...wrong, username: 'DEMO\\user-99' })).status).toBe(429)
    expect((await signIn(bff)).status).toBe(429)
    expect((await em.received()).byKind['POST sessionMngr']).toBe(21)
  })
})
