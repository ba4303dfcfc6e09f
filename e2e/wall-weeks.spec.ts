import type { Page, Route } from '@playwright/test'
import { expect, test } from './wall-fixtures.ts'

// One pattern: Playwright takes a list of two for a value and its options.
test.use({ allowedProblems: [/broken on purpose|Failed to load resource|net::ERR_|\/api\/events/] })

const minute = 60_000

/** Counts how often the page is loaded, from now on. */
function countLoads(page: Page): () => number {
  let loads = 0
  page.on('domcontentloaded', () => {
    loads += 1
  })
  return () => loads
}

/** Breaks whatever the page shows next. */
async function breakPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('broken on purpose')
      },
    })
  })
}

/** Lets the page's time run on in steps in which its requests are answered. */
async function run(page: Page, ms: number, stepMs = 5000): Promise<void> {
  for (let done = 0; done < ms; done += stepMs) await page.clock.runFor(stepMs)
}

test('a page that broke says so, starts anew after a minute, and waits longer where it breaks again', async ({
  page,
  wall,
}) => {
  await page.clock.install()
  await wall.open()
  await wall.shown()
  const loads = countLoads(page)
  await breakPage(page)
  await page.clock.runFor(2000)
  await expect(page.getByText('It starts anew in 1 min, by itself.')).toBeVisible()
  await run(page, 50_000)
  expect(loads()).toBe(0)
  await run(page, 15_000)
  await wall.shown()
  expect(loads()).toBe(1)

  await breakPage(page)
  await page.clock.runFor(2000)
  await expect(page.getByText('It starts anew in 2 min, by itself.')).toBeVisible()
  await run(page, 100_000)
  expect(loads()).toBe(1)
})

test('a page that broke is not loaded anew while there is no server to load it from', async ({
  page,
  startOwn,
  wall,
}) => {
  const { bff } = await startOwn()
  await page.clock.install()
  await wall.open('', bff.url)
  await wall.shown()
  const loads = countLoads(page)
  await breakPage(page)
  await page.clock.runFor(2000)
  bff.child.kill('SIGKILL')
  await run(page, 3 * minute)
  expect(loads()).toBe(0)
  await expect(page.getByText('This screen broke')).toBeVisible()
})

test('another version is loaded only once all of it has been fetched', async ({ page, wall }) => {
  await page.clock.install()
  await wall.open()
  await wall.shown()
  const loads = countLoads(page)
  const html = (await (await page.request.get('/wall')).text()).replace(
    '</head>',
    '<link rel="stylesheet" href="/assets/of-another-version.css"></head>',
  )
  let isThere = false
  const asked: string[] = []
  await page.route('**/wall', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route('**/assets/of-another-version.css', async (route: Route) => {
    asked.push(route.request().url())
    await route.fulfill(isThere ? { contentType: 'text/css', body: '' } : { status: 404, body: '' })
  })
  await run(page, 61 * minute, minute)
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  expect(loads()).toBe(0)
  isThere = true
  await run(page, 3 * minute)
  await expect.poll(loads).toBe(1)
})

test('at night it is loaded anew, once', async ({ page, wall }) => {
  const evening = new Date('2026-06-15T20:00:00Z')
  await page.clock.install({ time: evening })
  await wall.open()
  await wall.shown()
  const loads = countLoads(page)
  // Oslo is two hours ahead: half past two there.
  await run(page, 4.5 * 60 * minute, 5 * minute)
  expect(loads()).toBe(0)
  await run(page, 2.75 * 60 * minute, minute)
  await expect.poll(loads).toBe(1)
})
