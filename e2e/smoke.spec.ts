import { weighFirstPaint } from '../scripts/bundle.ts'
import { expect, test } from './fixtures.ts'

test('opens on the sessions, without a complaint', async ({ page, sessions }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sessions/)
  await expect(page).toHaveTitle(/CDP Watch/)
  await expect(sessions.rows.first()).toBeVisible()
  expect(await sessions.rows.count()).toBeGreaterThan(5)
})

test('needs no script for its rows that the size check does not weigh', async ({
  page,
  sessions,
}) => {
  const weighed = weighFirstPaint().map(({ file }) => `/${file}`)
  const asked: string[] = []
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    const file = new URL(route.request().url()).pathname
    asked.push(file)
    if (!weighed.includes(file)) await released
    await route.continue()
  })
  await sessions.open()
  expect(asked.filter((file) => weighed.includes(file))).not.toEqual([])
  await expect(sessions.histogram).toHaveCount(0)
  release()
  await expect(sessions.histogram).toBeVisible()
})

test('tells what it may run, and nothing from elsewhere', async ({ request }) => {
  const answer = await request.get('/sessions')
  const policy = answer.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
})

test('says that it lives, is ready, and how fresh it is', async ({ request }) => {
  expect(await (await request.get('/healthz')).json()).toEqual({ status: 'alive' })
  await expect(async () => {
    expect(await (await request.get('/readyz')).json()).toEqual({ status: 'ready' })
  }).toPass()
  const freshness = await (await request.get('/api/freshness')).json()
  expect(freshness.em.state).toBe('ready')
  expect(freshness.em.error).toBeNull()
  expect((await request.get('/api/openapi.json')).ok()).toBe(true)
})

test('stands on the tests’ clock in the browser, the BFF and the simulator', async ({
  page,
  request,
  simulator,
}) => {
  await page.goto('/')
  const { nowUTC } = await (await request.get('/api/freshness')).json()
  const inBrowser = await page.evaluate(() => new Date().toISOString())
  const expected = Date.now() + simulator.clockOffsetMs
  for (const seen of [nowUTC, inBrowser]) {
    expect(Math.abs(Date.parse(seen) - expected)).toBeLessThan(10_000)
  }
})
