import { paths, wallPaths } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { cookieOf, post, signIn, startWithSignIn } from './access-rig.ts'
import { begin } from './http-call.ts'
import { until } from './until.ts'

it('no answer and no line of the log holds a password, a token of EM, a sign-in’s id or a wall’s secret', async (context) => {
  const { em, bff } = await startWithSignIn(context, { collects: true, historyDays: 1 })
  const cookie = cookieOf((await signIn(bff)).headers)
  const headers = { cookie }
  const made = await post(bff, wallPaths.wallLinks, { name: 'NOC' }, headers)
  const open = new URL(String(Reflect.get(Object(made.json()), 'url'))).pathname
  const wall = await bff.get(`${open}?theme=light`)
  const wallCookie = cookieOf(wall.headers)
  const { requests } = await em.received()
  const tokens = requests.flatMap(({ headers: sent }) => sent['x-restsvcsessionid'] ?? [])
  expect(tokens.length).toBeGreaterThan(0)
  const { username, password } = em.target
  const secrets = [
    Buffer.from(`${username}:${password}`).toString('base64'),
    ...tokens,
    ...tokens.map((token) => Buffer.from(token, 'base64').toString('utf8')),
    cookie.split('=')[1] ?? '',
    open.split('/').at(-1) ?? '',
    wallCookie.split('=')[1] ?? '',
  ]
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(15)

  const asked = [
    ...Object.values(paths).filter((path) => path !== paths.events),
    wallPaths.overview,
    wallPaths.wallLinks,
    '/api/me',
    '/api/audit',
    '/metrics',
    '/api/em/query?type=CdpPolicy&raw=true',
    '/api/em/query?type=CdpPolicy&filter=Name%3D%3D%22x',
    '/api/nothing',
    '/',
    '/wall',
  ]
  const texts: string[] = [wall.text]
  for (const path of asked)
    for (const one of [headers, { cookie: wallCookie }, {}, { authorization: 'Basic eDp5' }])
      texts.push((await bff.get(path, { headers: one })).text)
  const stream = await begin(bff.url, paths.events, { headers })
  let heard = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
  })
  stream.on('error', () => undefined)
  await until(
    () => heard,
    (text) => text.includes('event:'),
  )
  stream.destroy()
  await em.fail({ kind: '500', count: 4 })
  texts.push((await bff.get('/api/em/query?type=CdpPolicy', { headers })).text)
  for (const text of [...texts, heard, bff.logged()])
    for (const secret of secrets) expect(text).not.toContain(secret)
})

it('what anybody may ask says that EM cannot be used, not where it is nor who asks it', async (context) => {
  const { em, bff } = await startWithSignIn(context)
  const headers = { cookie: cookieOf((await signIn(bff)).headers) }
  await em.halt()
  await bff.get('/api/em/query?type=CdpPolicy', { headers })
  const answer = await bff.awaitReadiness(503)
  expect(answer.json()).toMatchObject({ code: 'em-unreachable' })
  const { hostname, port } = new URL(em.target.url)
  for (const inside of [`${hostname}:${port}`, port, em.target.username, 'ECONNREFUSED'])
    expect(answer.text).not.toContain(inside)
})
