import type { Page } from '@playwright/test'
import { awaitFilledIndex } from './index-filled.ts'
import { makeDataFolder } from './server-process.ts'
import { type RunningSimulator, startBff } from './servers.ts'
import { shiftClock } from './shift-clock.ts'
import { expect, test } from './wall-fixtures.ts'

// One pattern: Playwright takes a list of two for a value and its options.
test.use({
  bffEnvironment: { EM_POLL_SECONDS: '5' },
  allowedProblems: [/Failed to load resource|net::ERR_|\/api\/events|ERR_INCOMPLETE/],
})

const patience = { timeout: 60_000 }

/** Puts a page that stands on the clock of the shared servers on that of servers of its own, which began later. */
function follow(page: Page, own: RunningSimulator, shared: RunningSimulator): Promise<unknown> {
  return page.addInitScript(shiftClock, own.clockOffsetMs - shared.clockOffsetMs)
}

test('CDP Watch is killed: the wall says so over its last picture, and recovers by itself', async ({
  page,
  simulator,
  wall,
}) => {
  const data = makeDataFolder()
  const environment = { DATA_DIR: data.folder, EM_POLL_SECONDS: '5' }
  const first = await startBff(simulator, environment)
  let second: typeof first | undefined
  try {
    await awaitFilledIndex(first.url)
    await wall.open('', first.url)
    await wall.shown()
    const names = await wall.names.allInnerTexts()
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
    first.child.kill('SIGKILL')
    await expect(wall.band('server')).toContainText('CDP Watch does not answer', patience)
    await expect(wall.band('server')).toContainText(/Since \d\d:\d\d, \d+ s ago/)
    await expect(wall.band('server')).toContainText(/Picture of \d\d:\d\d/)
    expect(names).toContain(await wall.names.first().innerText())

    second = await startBff(simulator, { ...environment, PORT: new URL(first.url).port })
    await expect(wall.bands).toHaveCount(0, patience)
    await expect(page.locator('body')).toHaveAttribute('data-same-page', 'yes')
  } finally {
    await page.goto('about:blank')
    await first.stop()
    await second?.stop()
    data.remove()
  }
})

test('Enterprise Manager dies: the picture stays, and is called old', async ({
  startOwn,
  wall,
}) => {
  const { simulator, bff } = await startOwn()
  await wall.open('', bff.url)
  await wall.shown()
  await simulator.stop()
  await expect(wall.band('em')).toContainText('Enterprise Manager does not answer', patience)
  await expect(wall.band('old')).toContainText(/This picture is .* old/, patience)
  await expect(wall.frame).toHaveAttribute('data-stale', 'true')
  await expect(wall.tiles.first()).toBeVisible()
})

test('Enterprise Manager refuses the account', async ({ startOwn, wall }) => {
  const { bff } = await startOwn({ bff: { EM_PASSWORD: 'wrong' }, filled: false })
  await wall.open('', bff.url)
  await expect(wall.band('em')).toContainText('Enterprise Manager refuses the dashboard', patience)
})

test('its collection grows old: the wall says since when', async ({ startOwn, wall }) => {
  const { simulator, bff } = await startOwn()
  await wall.open('', bff.url)
  await wall.shown()
  await simulator.control.set({ collecting: false })
  await simulator.control.advanceClock(2 * 3600)
  await expect(wall.band('collection')).toContainText(
    /The backup servers were last asked 2 h ago.*collected from them at/,
    patience,
  )
  await simulator.control.set({ collecting: true })
  await simulator.control.advanceClock(17 * 60)
  await expect(wall.band('collection')).toHaveCount(0, patience)
})

test('its collection may not be read: the wall says that its age is not known', async ({
  startOwn,
  wall,
}) => {
  const { bff } = await startOwn({ bff: { EM_USERNAME: 'DEMO\\viewer', EM_PASSWORD: 'demo' } })
  await wall.open('', bff.url)
  await wall.shown()
  await expect(wall.band('collection-unknown')).toContainText('is not known')
  await expect(wall.ages).toContainText('collected at a time unknown')
  await expect(wall.frame).toHaveAttribute('data-stale', 'false')
})

test('the index is being filled: no picture is taken for whole', async ({
  page,
  servers,
  startOwn,
  wall,
}) => {
  const { simulator, bff } = await startOwn({
    simulator: { latencyMs: 1500 },
    bff: { EM_PAGE_SIZE: '100' },
    filled: false,
  })
  await follow(page, simulator, servers.simulator)
  await wall.open('', bff.url)
  await expect(wall.band('filling')).toContainText(/The index is being filled: \d+ %/)
  await simulator.control.set({ latencyMs: 0 })
  await expect(wall.bands).toHaveCount(0, { timeout: 90_000 })
  await expect(wall.tiles.first()).toBeVisible()
})

test('a wall link lets a screen in, says who it is, and ends it when it is revoked', async ({
  page,
  request,
  servers,
  startOwn,
  wall,
}) => {
  const { simulator, bff } = await startOwn()
  await follow(page, simulator, servers.simulator)
  const make = async (name: string) => {
    const made = await request.post(`${bff.url}/api/wall-links`, { data: { name } })
    const link: { id: string; url: string } = await made.json()
    return link
  }
  const link = await make('NOC north')
  await page.goto(`${link.url}?theme=light`)
  await expect(page).toHaveURL(`${bff.url}/wall?theme=light`)
  await wall.shown()
  await expect(wall.bands).toHaveCount(0)
  const revokedAt = performance.now()
  await request.delete(`${bff.url}/api/wall-links/${link.id}`)
  await expect(wall.band('revoked')).toContainText('may not see the wall any more', patience)
  test
    .info()
    .annotations.push({ type: 'told after', description: `${performance.now() - revokedAt} ms` })
  await expect(wall.tiles.first()).toBeVisible()
  await page.goto((await make('NOC north, again')).url)
  await wall.shown()
  await expect(wall.bands).toHaveCount(0)
})

for (const [words, offsetMs] of [
  ['5 min slow', -330_000],
  ['3 min fast', 210_000],
] as const) {
  test(`the screen’s clock is ${words}: the times are the server’s`, async ({
    page,
    simulator,
    wall,
  }) => {
    await page.addInitScript(shiftClock, offsetMs)
    await wall.open()
    await wall.shown()
    await expect(wall.band('clock')).toContainText(`This screen’s clock is ${words}`)
    const shown = Date.parse((await wall.clock.getAttribute('datetime')) ?? '')
    expect(Math.abs(shown - Date.now() - simulator.clockOffsetMs)).toBeLessThan(60_000)
    await expect(wall.ages).toContainText(/Enterprise Manager \d+ s ago/)
  })
}

test('the page slept: the wall says so until it has heard anew', async ({ page, wall }) => {
  await wall.open()
  await wall.shown()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/overview', async (route) => {
    await released
    await route.continue()
  })
  // Nothing of the page runs, as in a machine that sleeps.
  await page.evaluate(() => {
    const until = performance.now() + 17_000
    while (performance.now() < until);
  })
  await expect(wall.band('asleep')).toContainText(/For \d+ s nothing was shown anew/)
  release()
  await expect(wall.bands).toHaveCount(0, patience)
})
