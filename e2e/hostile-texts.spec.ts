import type { Page } from '@playwright/test'
import { type HostileEm, hostileEnd, startHostileEm } from './hostile-em.ts'
import { awaitFilledIndex } from './index-filled.ts'
import { test as base, expect } from './page-fixtures.ts'
import { WallPage } from './pages/wall-page.ts'
import { makeDataFolder } from './server-process.ts'
import { type RunningBff, standardSimulator, startBff, startSimulator } from './servers.ts'

interface Hostile {
  em: HostileEm
  bff: RunningBff
}

/** A dashboard of an Enterprise Manager that means harm, for all tests of this file. */
const test = base.extend<object, { hostile: Hostile }>({
  hostile: [
    async ({ browserName: _none }, use) => {
      const certificate = makeDataFolder()
      const certDir = certificate.folder
      const simulator = await startSimulator({
        ...standardSimulator,
        certDir,
        policies: 12,
        vms: 3,
      })
      const em = await startHostileEm(simulator.url, certDir)
      const bff = await startBff({ ...simulator, url: em.url })
      await awaitFilledIndex(bff.url)
      await use({ em, bff })
      await bff.stop()
      await em.stop()
      await simulator.stop()
      certificate.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** What markup would have left in a page had it been taken for markup. */
const traces = [
  'img[src="x"]',
  '[onerror]',
  '[onload]',
  'a[href^="javascript:" i]',
  'script:not([src]):not([nonce])',
]

/** The texts are there to be read, as texts, and have done nothing. What the policy for content refuses fails a test by itself. */
async function expectHarmless(
  page: Page,
  where = page.locator('body'),
  text = '<img src=x onerror=',
): Promise<void> {
  await expect(where).toContainText(text)
  for (const trace of traces) await expect(page.locator(trace), trace).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'hit'))).toBeUndefined()
  expect(await page.title()).not.toContain('49')
}

test.beforeEach(({ page }) => {
  page.on('dialog', async (dialog) => {
    await dialog.dismiss()
    throw new Error(`a dialog came up: ${dialog.message()}`)
  })
})

test.afterEach(({ hostile }) => {
  expect(hostile.em.followed(), 'links of Enterprise Manager that were followed').toBe(0)
})

for (const source of ['index', 'live']) {
  test(`Sessions by ${source} show hostile texts as texts`, async ({ page, sessions, hostile }) => {
    await sessions.open(`?range=all&source=${source}&health=failed`, hostile.bff.url)
    await sessions.settled()
    await expectHarmless(page, sessions.rows.first())
    await page.getByRole('list', { name: 'Policy' }).first().scrollIntoViewIfNeeded()
    await expectHarmless(page)
  })
}

test('a session shows them, and copies them for a ticket as plain text', async ({
  context,
  page,
  sessions,
  view,
  hostile,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sessions.open('?range=all&health=failed', hostile.bff.url)
  await sessions.settled()
  const [uid = ''] = await sessions.uids()
  await view.openPage(uid, hostile.bff.url)
  await expect(view.causes.first()).toContainText('<img src=x')
  await expect(view.vmLines.first()).toContainText('<img src=x')
  await expectHarmless(page, view.title)
  await view.root.getByRole('button', { name: 'Copy for ticket' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('<img src=x onerror=')
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  )
  expect(types).toEqual(['text/plain'])
  await expectHarmless(page)
})

test('Failures and a cause show them', async ({ page, failures, hostile }) => {
  await failures.open('?range=all', hostile.bff.url)
  // What differs from text to text is taken out of a template, most of the markup with it.
  await expectHarmless(page, failures.rows.first(), 'click</a>')
  await failures.rows.first().getByRole('link').first().click()
  await failures.cause.waitFor()
  await expect(page.getByRole('main')).toContainText('Texts')
  await expectHarmless(page)
})

test('Policies, the chain of freshness and the wall show them', async ({
  page,
  policies,
  freshness,
  hostile,
}) => {
  await policies.open('', hostile.bff.url)
  await expectHarmless(page)
  await freshness.bar.click()
  await expect(freshness.chain.filter({ hasText: /^Backup servers/ })).toContainText('<img src=x')
  await expectHarmless(page)
  const wall = new WallPage(page)
  await wall.open('', hostile.bff.url)
  await expectHarmless(page)
})

test('the audit shows them, where people and requests have written them', async ({
  page,
  hostile,
}) => {
  const { url } = hostile.bff
  const name = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=2</script>'
  const made = await fetch(`${url}/api/wall-links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  expect(made.status).toBe(200)
  const refused = await fetch(`${url}/api/%3Cimg%20src=x%20onerror=alert(1)%3E`, {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(refused.status).toBe(403)
  await page.goto(`${url}/audit`)
  await expectHarmless(page)
})

test('an export holds them as data: no cell is a formula, no line is broken', async ({
  hostile,
}) => {
  const where = `${hostile.bff.url}/api/sessions/export?format=`
  const csv = await (await fetch(`${where}csv`)).text()
  expect(csv).toContain(hostileEnd.replaceAll('"', '""'))
  const cells = csv.split('\r\n').flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
  expect(cells.length).toBeGreaterThan(100)
  expect(cells.filter((cell) => /^"?[=+@\t\r-]/.test(cell))).toEqual([])
  const answer = await fetch(`${where}json`)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(hostileEnd).slice(1, -1))
  const raw = await fetch(`${hostile.bff.url}/api/em/query?type=CdpPolicy&raw=true`)
  expect(raw.headers.get('content-type')).toMatch(/^application\/json/)
  expect(raw.headers.get('x-content-type-options')).toBe('nosniff')
  expect(raw.headers.has('x-hostile')).toBe(false)
})
