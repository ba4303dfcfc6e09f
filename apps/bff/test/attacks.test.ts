import { gzipSync } from 'node:zlib'
import { problemSchema } from '@cdp-watch/contract'
import { parse } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { cookieOf, operator, post, signIn, startWithSignIn } from './access-rig.ts'
import { livePath } from './http-call.ts'
import { createRig } from './rig.ts'

const policies = livePath({ type: 'CdpPolicy', pageSize: '1' })
const problemOf = (answer: { json(): unknown }) => problemSchema.parse(answer.json())

describe.concurrent('another site', () => {
  it.for([
    ['a page elsewhere', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [
      'another port of this machine',
      { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    ],
    ['an old browser', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ] as const)('cannot sign anybody in or out from %s', async ([_name, headers], context) => {
    const { em, bff } = await startWithSignIn(context)
    const cookie = cookieOf((await signIn(bff)).headers)
    await em.forget()
    const signedIn = await signIn(bff, operator, headers)
    const signedOut = await post(bff, '/api/sign-out', '', { cookie, ...headers })
    for (const answer of [signedIn, signedOut]) {
      expect(answer.status).toBe(403)
      expect(problemOf(answer).code).toBe('cross-site')
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
    expect((await bff.get('/api/me', { headers: { cookie } })).status).toBe(200)
    expect((await em.received()).total).toBe(0)
    const audit = await bff.get('/api/audit?limit=1', { headers: { cookie } })
    expect(audit.json()).toMatchObject({
      items: [{ kind: 'request-refused', reason: 'cross-site', times: 2 }],
    })
  })

  it('cannot sign anybody in with a form', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const answer = await signIn(bff, operator, { 'content-type': type })
      expect(answer.status, type).toBe(400)
    }
    expect((await em.received()).total).toBe(0)
  })

  it('cannot keep EM busy, also where there is no sign-in', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start(em.target)
    await bff.awaitReadiness(200)
    await em.forget()
    for (const site of ['cross-site', 'same-site']) {
      const answer = await bff.get(policies, { headers: { 'sec-fetch-site': site } })
      expect(answer.status).toBe(403)
    }
    expect((await em.received()).total).toBe(0)
    // A link to a page is what a colleague sends.
    const page = await bff.get('/sessions', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(page.status).toBe(200)
  })

  it('does not become this one by its name', async (context) => {
    const { startEm, start } = createRig(context)
    const bff = await start((await startEm()).target)
    for (const path of ['/', '/api/sign-in', policies, '/healthz']) {
      const answer = await bff.get(path, { headers: { host: 'rebound.evil.example' } })
      expect(answer.status, path).toBe(421)
      expect(problemOf(answer).code).toBe('wrong-host')
    }
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080'])
      expect((await bff.get('/', { headers: { host } })).status, host).toBe(200)
  })
})

describe.concurrent('ways around the sign-in', () => {
  it.for([
    '/api/em/query?type=CdpPolicy',
    '/API/em/query?type=CdpPolicy',
    '/Api/Em/Query?type=CdpPolicy',
    '//api/em/query?type=CdpPolicy',
    '/./api/em/query?type=CdpPolicy',
    '/x/../api/em/query?type=CdpPolicy',
    '/api/sign-in/../em/query?type=CdpPolicy',
    '/api/sign-in/..%2fem%2fquery?type=CdpPolicy',
    '/api/sign-in%2f..%2fem/query?type=CdpPolicy',
    '/api/sign-in/',
    '/api/sign-in;/em/query?type=CdpPolicy',
    '/api/sign-in%00/em/query',
    '/%61pi/em/query?type=CdpPolicy',
    '/api%2fem%2fquery?type=CdpPolicy',
    '/api\\em\\query?type=CdpPolicy',
    '/.\\api/em/query?type=CdpPolicy',
    '/api/em/query/?type=CdpPolicy',
    '/api/em/../sessions?limit=1',
    '/assets/../api/sessions',
    '/%2e%2e/api/sessions',
    '/api/%zz',
    'http://127.0.0.1/api/em/query?type=CdpPolicy',
  ])('%s is none', async (path, context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'PROPFIND', 'DELETE']) {
      const answer = await bff.get(path, { method })
      expect([400, 401, 404], `${method} ${answer.status}`).toContain(answer.status)
      expect(answer.text).not.toContain('"items"')
    }
    expect((await em.received()).total).toBe(0)
  })

  it.for(['x-original-url', 'x-rewrite-url', 'x-http-method-override', 'x-forwarded-user'])(
    '%s is none',
    async (name, context) => {
      const { bff } = await startWithSignIn(context)
      const headers = { [name]: name === 'x-forwarded-user' ? 'DEMO\\operator' : '/api/sign-in' }
      expect((await bff.get('/api/sessions', { headers })).status).toBe(401)
    },
  )

  it('an address that a request gives itself does not get it more tries', async (context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    for (let tried = 0; tried < 25; tried += 1) {
      const body = { username: `DEMO\\user-${tried}`, password: 'x' }
      await signIn(bff, body, { 'x-forwarded-for': `203.0.113.${tried}` })
    }
    expect((await em.received()).byKind['POST sessionMngr']).toBe(20)
  })
})

describe.concurrent('what is sent', () => {
  it.for([
    ['__proto__', '{"__proto__":{"isAdmin":true},"username":"u","password":"p"}'],
    ['constructor', '{"constructor":{"prototype":{"isAdmin":true}},"username":"u","password":"p"}'],
    ['a field too many', '{"username":"u","password":"p","name":"DEMO\\\\operator"}'],
    ['a list', '[]'],
    ['a number', '7'],
    ['nothing', ''],
    ['null', 'null'],
    ['a name that is an object', '{"username":{"$ne":null},"password":"p"}'],
    ['a name twice', '{"username":["u","v"],"password":"p"}'],
    ['a name with a line break', '{"username":"u\\r\\nX: y","password":"p"}'],
    ['a name with a colon', '{"username":"u:v","password":"p"}'],
    ['no JSON', '{"username":"geheim-im-fehler"'],
    ['very deep JSON', '['.repeat(4000)],
    ['a deep name', `{"username":${'['.repeat(2000)}${']'.repeat(2000)},"password":"p"}`],
  ] as const)('%s is refused, and never shown to EM', async ([_name, body], context) => {
    const { em, bff } = await startWithSignIn(context)
    await em.forget()
    const answer = await signIn(bff, body)
    expect(answer.status).toBe(400)
    expect(problemOf(answer).parameter).toMatch(/^(body|username|password)$/)
    expect(answer.text).not.toContain('geheim')
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
    expect((await em.received()).total).toBe(0)
    expect(bff.logged()).not.toContain('geheim')
  })

  it('too much is refused', async (context) => {
    const { bff } = await startWithSignIn(context)
    const long = { ...operator, password: 'x'.repeat(9000) }
    expect((await signIn(bff, long)).status).toBe(413)
    const announced = await signIn(bff, { ...operator, password: 'x'.repeat(20_000) })
    expect(announced.status).toBe(413)
    expect(announced.headers.connection).toBe('close')
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '))
    expect(bomb.length).toBeGreaterThan(16_384)
    const small = gzipSync(JSON.stringify(operator)).toString('latin1')
    const packed = await signIn(bff, small, { 'content-encoding': 'gzip' })
    expect(packed.status).toBe(400)
  })

  it('cannot put a header into an answer', async (context) => {
    const { bff } = await startWithSignIn(context, { access: { kind: 'open' } })
    const evil = 'x%0d%0aSet-Cookie:%20cdp-watch=evil%0d%0a%0d%0a<script>'
    for (const path of [`/api/${evil}`, `/${evil}`, `/api/em/query?type=${evil}`, `/?${evil}`]) {
      const answer = await bff.get(path)
      expect(answer.headers, path).not.toHaveProperty('set-cookie')
      expect(answer.text, path).not.toContain('\r\n')
      if (answer.status !== 200)
        expect(answer.headers['content-type'], path).toMatch(/^application\/problem\+json/)
    }
    // Where a header is made of what was asked for: the address that a screen is sent to, the name of a file.
    for (const path of [
      `/wall/open/x?${evil}`,
      `/wall/open/x?theme=${evil}`,
      `/wall/open/${evil}`,
    ]) {
      const { headers, text } = await bff.get(path)
      expect(text, path).not.toContain('\r\n')
      expect(headers.location ?? '/wall', path).toMatch(/^\/wall(\?[\x21-\x7e]*)?$/)
      for (const cookie of headers['set-cookie'] ?? []) expect(cookie, path).not.toMatch(/=evil/)
    }
    for (const path of [`format=${evil}`, `from=${evil}`, `q=${evil}`]) {
      const { headers } = await bff.get(`/api/sessions/export?${path}`)
      expect(headers['content-disposition'] ?? '', path).not.toMatch(/evil|script/)
      expect(headers, path).not.toHaveProperty('set-cookie')
    }
    const given = await bff.get('/healthz', { headers: { 'x-request-id': 'a"b<script>' } })
    expect(given.headers['x-request-id']).toMatch(/^[\w-]{36}$/)
  })

  it.for([
    ['type=CdpPolicy&type=BackupServer', 'type'],
    ['type=CdpPolicy&filter=Name%3D%3Da&filter=Name%3D%3Db', 'filter'],
    ['type=CdpPolicy&page=1&page=2', 'page'],
    ['type=CdpPolicy&type[]=BackupServer', 'type[]'],
    ['type=CdpPolicy&filter[$ne]=x', 'filter[$ne]'],
    ['type=CdpPolicy&__proto__=x', '__proto__'],
    ['type=CdpPolicy&__proto__[isAdmin]=x', '__proto__[isAdmin]'],
    ['type=CdpPolicy&constructor=x', 'constructor'],
    ['type=CdpPolicy&format=Entity', 'format'],
    ['type=CdpPolicy&TYPE=BackupServer', 'TYPE'],
  ] as const)('%s names its parameter %s', async ([query, parameter], context) => {
    const { em, bff } = await startWithSignIn(context, { access: { kind: 'open' } })
    await em.forget()
    const answer = await bff.get(`/api/em/query?${query}`)
    expect(answer.status).toBe(400)
    expect(problemOf(answer).parameter).toBe(parameter)
    expect((await em.received()).total).toBe(0)
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })

  it('as a value stays one, whatever it tries to end: what EM receives is the one condition', async (context) => {
    const { em, bff } = await startWithSignIn(context, { access: { kind: 'open' } })
    const values = [
      '"',
      '""',
      'x";Name!="',
      'x",Name!="y',
      'x")',
      'x"&type=BackupServer&filter=Name!="',
      'x"%26pageSize=1000%22',
      'x#',
      'x\\";Name!="',
      "x'; DROP TABLE session; --",
      'x+y z%20',
      '<script>alert(1)</script>',
    ]
    for (const value of values) {
      await em.forget()
      const filter = `Name=="${value.replaceAll('"', '""')}"`
      const answer = await bff.get(livePath({ type: 'CdpPolicy', filter }))
      expect(answer.status, value).toBe(200)
      expect(answer.json(), value).toMatchObject({ items: [] })
      const { requests } = await em.received()
      expect(requests, value).toHaveLength(1)
      const sent = new URL(requests[0]?.url ?? '', 'https://em').searchParams
      expect([...sent.keys()].toSorted(), value).toEqual(
        ['filter', 'format', 'page', 'pageSize', 'sortAsc', 'type'].toSorted(),
      )
      expect(sent.get('type'), value).toBe('CdpPolicy')
      const received = parse(sent.get('filter') ?? '', 'CdpPolicy')
      expect(received, value).toMatchObject({
        tree: { kind: 'condition', field: 'Name', value },
      })
    }
  })

  it('is in no log, no error and no audit: neither password nor cookie', async (context) => {
    const { bff } = await startWithSignIn(context)
    const secrets = ['pässwort-ß€', 'falsch-geraten', 'hunter2-in-the-wrong-field']
    const right = await signIn(bff, { username: 'DEMO\\jürgen', password: secrets[0] })
    const cookie = cookieOf(right.headers)
    const texts = [
      right.text,
      (await signIn(bff, { username: 'DEMO\\jürgen', password: secrets[1] })).text,
      (await signIn(bff, { username: secrets[2], password: secrets[1] })).text,
      (await signIn(bff, `{"username":"DEMO\\\\jürgen","password":"${secrets[1]}"`)).text,
      (await signIn(bff, { username: 'DEMO\\jürgen', passwort: secrets[1] })).text,
      (await signIn(bff, { username: 'DEMO\\jürgen', [String(secrets[1])]: 'x' })).text,
    ]
    await bff.get('/api/me', { headers: { cookie } })
    await post(bff, '/api/nothing', { password: secrets[1] }, { cookie })
    texts.push((await bff.get('/api/audit', { headers: { cookie } })).text)
    await post(bff, '/api/sign-out', '', { cookie })
    expect(bff.logged()).toContain('"audit":"sign-in"')
    expect(bff.logged()).toContain('"url":"/api/nothing"')
    const id = cookie.split('=')[1] ?? ''
    expect(id.length).toBe(43)
    const account = Buffer.from(`DEMO\\jürgen:${secrets[0]}`).toString('base64')
    for (const text of [...texts, bff.logged()]) {
      for (const secret of [...secrets, id, account]) expect(text).not.toContain(secret)
    }
  })
})

describe.concurrent('an export', () => {
  it('is written down: who, from where, what, and how many rows', async (context) => {
    const { bff } = await startWithSignIn(context, { collects: true, historyDays: 1 })
    const cookie = cookieOf((await signIn(bff)).headers)
    const headers = { cookie }
    const rows = async () =>
      Number((await bff.get(exportPath, { headers })).headers['x-total-rows'])
    const exportPath = '/api/sessions/export?format=json&health=failed'
    const total = await rows()
    const refused = await bff.get('/api/sessions/export?format=xml', { headers })
    expect(refused.status).toBe(400)
    const audit = (await bff.get('/api/audit?limit=1', { headers })).json()
    expect(audit).toMatchObject({
      items: [
        {
          kind: 'export',
          name: 'DEMO\\operator',
          address: '127.0.0.1',
          detail: `${total} rows: format=json&health=failed`,
        },
      ],
    })
  })

  it.for(['limit=0', 'limit=1001', 'before=x', 'before=-1', 'from=x'])(
    'cannot be looked for with %s',
    async (query, context) => {
      const { bff } = await startWithSignIn(context, { access: { kind: 'open' } })
      const answer = await bff.get(`/api/audit?${query}`)
      expect(answer.status).toBe(400)
      expect(problemOf(answer).parameter).toBe(query.split('=')[0])
    },
  )
})
