import { auditAnswerSchema, madeWallLinkSchema, problemSchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { cookieOf, post, signIn, startWithSignIn } from './access-rig.ts'

const codeOf = (answer: { json(): unknown }) => problemSchema.parse(answer.json()).code

it('a screen with a wall link sees what the wall shows and nothing else, until its link is revoked', async (context) => {
  const { bff } = await startWithSignIn(context, { collects: true, pollSeconds: 1 })
  const person = { cookie: cookieOf((await signIn(bff)).headers) }
  const made = madeWallLinkSchema.parse(
    (await post(bff, '/api/wall-links', { name: 'NOC north' }, person)).json(),
  )
  const screen = { cookie: cookieOf((await bff.get(new URL(made.url).pathname)).headers) }
  const get = (path: string) => bff.get(path, { headers: screen })

  expect((await get('/api/overview')).status).toBe(200)
  for (const path of [
    '/api/sessions',
    '/api/sessions/export?format=csv',
    '/api/policies',
    '/api/failures',
    '/api/freshness',
    '/api/wall-links',
    '/api/audit',
    '/api/me',
    '/api/em/query?type=CdpPolicy',
    '/API/overview',
    '/api//overview',
    '/api/overview/../sessions',
  ]) {
    const answer = await get(path)
    expect([path, answer.status]).toEqual([path, 401])
    expect(codeOf(answer)).toBe('not-signed-in')
  }
  expect((await post(bff, '/api/wall-links', { name: 'another' }, screen)).status).toBe(401)

  const own = { ...person, 'sec-fetch-site': 'same-origin', origin: bff.url }
  const revoked = await bff.get(`/api/wall-links/${made.id}`, { method: 'DELETE', headers: own })
  expect(revoked.status).toBe(204)
  const refused = await get('/api/overview')
  expect(refused.status).toBe(401)
  expect(codeOf(refused)).toBe('wall-link-revoked')

  const { items } = auditAnswerSchema.parse(
    (await bff.get('/api/audit', { headers: person })).json(),
  )
  expect(items.slice(0, 2).map(({ kind, name, detail }) => [kind, name, detail])).toEqual([
    ['wall-link-revoked', 'DEMO\\operator', 'NOC north'],
    ['wall-link-made', 'DEMO\\operator', 'NOC north'],
  ])
})

it('a wall link begins with the address that people open', async (context) => {
  const { front } = readConfig({ PUBLIC_URL: 'https://cdp.example.com' })
  const { bff } = await startWithSignIn(context, { front })
  const person = { cookie: cookieOf((await signIn(bff)).headers) }
  const made = await post(bff, '/api/wall-links', { name: 'Lobby' }, person)
  const { url } = madeWallLinkSchema.parse(made.json())
  expect(url).toMatch(/^https:\/\/cdp\.example\.com\/wall\/open\/[\w-]{43}$/)
})

it('nobody without a sign-in or a wall link sees the wall’s data or makes a link', async (context) => {
  const { bff } = await startWithSignIn(context)
  for (const path of ['/api/overview', '/api/events', '/api/wall-links']) {
    expect(codeOf(await bff.get(path))).toBe('not-signed-in')
  }
  expect((await post(bff, '/api/wall-links', { name: 'mine' })).status).toBe(401)
  const forged = { cookie: `cdp-wall=${'A'.repeat(43)}` }
  expect(codeOf(await bff.get('/api/overview', { headers: forged }))).toBe('wall-link-revoked')
})
