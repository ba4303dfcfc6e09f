import { request } from 'node:http'
import { madeWallLinkSchema, problemSchema, wallLinksAnswerSchema } from '@cdp-watch/contract'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { TestBff } from './bff.ts'
import { startBffWithoutEm } from './bff-without-em.ts'
import { until } from './until.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startBffWithoutEm()
})
afterAll(() => bff.stop())

const json = { 'Content-Type': 'application/json' }
const post = (body: unknown) =>
  bff.get('/api/wall-links', { method: 'POST', headers: json, body: JSON.stringify(body) })

let count = 0
async function make(name = `NOC ${++count}`) {
  const made = madeWallLinkSchema.parse((await post({ name })).json())
  return { ...made, path: new URL(made.url).pathname }
}

/** Opens a link as a browser does; gives the cookie that it carries from then on. */
async function open(path: string) {
  const opened = await bff.get(path)
  const [cookie = ''] = opened.headers['set-cookie'] ?? []
  return { opened, cookie, carried: { Cookie: cookie.split(';')[0] ?? '' } }
}

const list = async () =>
  wallLinksAnswerSchema.parse((await bff.get('/api/wall-links')).json()).items

describe('a wall link', () => {
  it('is opened once and leads to a clean address, its secret in a cookie that pages cannot read', async () => {
    const { path, url, id } = await make()
    expect(url.startsWith(bff.url)).toBe(true)
    const { opened, cookie } = await open(`${path}?theme=light&health=failed`)
    expect(opened.status).toBe(303)
    expect(opened.headers.location).toBe('/wall?theme=light&health=failed')
    expect(cookie).toMatch(/^cdp-wall=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Strict$/)
    const seen = (await list()).find((link) => link.id === id)
    expect(seen).toMatchObject({ madeBy: null, pageVersion: null, revokedUTC: null })
  })

  it('is listed with who used it, and never with its secret', async () => {
    const { path, id } = await make('Lobby')
    const { carried } = await open(path)
    await bff.get('/api/overview', { headers: { ...carried, 'User-Agent': 'Chromium 140' } })
    const answer = await bff.get('/api/wall-links')
    const link = (await list()).find((one) => one.id === id)
    expect(link).toMatchObject({ name: 'Lobby', address: '127.0.0.1', version: 'Chromium 140' })
    expect(link?.lastSeenUTC).not.toBeNull()
    expect(answer.text).not.toContain(path.split('/').at(-1))
    expect(bff.logged()).not.toContain(path.split('/').at(-1))
  })

  it('sees nothing any more once it is revoked, and its stream ends', async () => {
    const { path, id } = await make()
    const { carried } = await open(path)
    let isOver = false
    const call = request(`${bff.url}/api/events`, { headers: carried }, (answer) => {
      answer.resume()
      answer.on('close', () => {
        isOver = true
      })
    })
    onTestFinished(() => void call.destroy())
    const begun = new Promise((resolve) => call.once('response', resolve))
    call.end()
    await begun
    expect((await bff.get(`/api/wall-links/${id}`, { method: 'DELETE' })).status).toBe(204)
    await until(() => isOver, Boolean)
    for (const where of ['/api/overview', '/api/events']) {
      const answer = await bff.get(where, { headers: carried })
      expect(problemSchema.parse(answer.json())).toMatchObject({
        status: 401,
        code: 'wall-link-revoked',
      })
    }
    expect((await bff.get(`/api/wall-links/${id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await list()).find((link) => link.id === id)?.revokedUTC).not.toBeNull()
  })

  it('tells of which version the page is that its screen has loaded, not one that it looks at', async () => {
    const { path, id } = await make()
    const { carried } = await open(path)
    const pageVersion = async () => (await list()).find((link) => link.id === id)?.pageVersion
    await bff.get('/wall', { headers: { ...carried, Accept: '*/*' } })
    expect(await pageVersion()).toBeNull()
    await bff.get('/wall', { headers: { ...carried, Accept: 'text/html,*/*;q=0.8' } })
    expect(await pageVersion()).toBe('0.0.0')
  })

  it('is not made of a name that another one has, until that is revoked', async () => {
    const { id } = await make('Lobby east')
    const again = problemSchema.parse((await post({ name: ' lobby East ' })).json())
    expect(again).toMatchObject({ status: 400, code: 'bad-parameter', parameter: 'name' })
    expect(again.detail).toContain('has a wall link already')
    await bff.get(`/api/wall-links/${id}`, { method: 'DELETE' })
    expect((await post({ name: 'Lobby east' })).status).toBe(200)
  })

  it.each(['none-of-ours', '%00', 'a'.repeat(3000)])(
    'that nobody made is refused: %.20s',
    async (secret) => {
      const { carried } = await open(`/wall/open/${secret}`)
      const answer = await bff.get('/api/overview', { headers: carried })
      expect(answer.status).toBe(401)
    },
  )

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: ' ' }],
    [{ name: 'x'.repeat(81) }],
    [{ name: 'x', id: '1' }],
    [[]],
    ['x'],
  ])('is not made of %j', async (body) => {
    expect(problemSchema.parse((await post(body)).json())).toMatchObject({ code: 'bad-parameter' })
  })

  it('takes no parameters in its address, neither to be made nor to be revoked', async () => {
    const { id } = await make('Kept')
    const body = JSON.stringify({ name: 'Never made' })
    for (const [method, path] of [
      ['POST', '/api/wall-links?id=1'],
      ['DELETE', `/api/wall-links/${id}?force=1`],
    ] as const) {
      const answer = await bff.get(path, {
        method,
        headers: json,
        ...(method === 'POST' ? { body } : {}),
      })
      const parameter = path.slice(path.indexOf('?') + 1, -2)
      expect(problemSchema.parse(answer.json())).toMatchObject({ code: 'bad-parameter', parameter })
    }
    const links = await list()
    expect(links.find((link) => link.id === id)?.revokedUTC).toBeNull()
    expect(links.some((link) => link.name === 'Never made')).toBe(false)
  })

  it('takes JSON alone, and not much of it', async () => {
    const send = (body: string, headers: Record<string, string> = json) =>
      bff.get('/api/wall-links', { method: 'POST', headers, body })
    expect((await send('{"name":')).status).toBe(400)
    expect((await send('{"name":"x"}', { 'Content-Type': 'text/plain' })).status).toBe(400)
    expect((await send(JSON.stringify({ name: 'x'.repeat(9000) }))).status).toBe(413)
    expect((await bff.get('/api/wall-links', { method: 'PUT' })).status).toBe(405)
    expect((await bff.get('/api/wall-links/x')).status).toBe(405)
  })
})
