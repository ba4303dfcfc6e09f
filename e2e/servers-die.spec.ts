import { askFreshness, awaitFilledIndex } from './index-filled.ts'
import { expect, test } from './page-fixtures.ts'
import { makeDataFolder } from './server-process.ts'
import { startBff } from './servers.ts'

// One pattern: Playwright takes a list of two for a value and its options.
test.use({
  bffEnvironment: { EM_POLL_SECONDS: '5' },
  allowedProblems: [/Failed to load resource|net::ERR_|\/api\/events/],
})

test('the dashboard’s server is killed and comes back: the page says so and recovers by itself', async ({
  page,
  freshness,
  sessions,
  simulator,
}) => {
  const data = makeDataFolder()
  const environment = { DATA_DIR: data.folder, EM_POLL_SECONDS: '5' }
  const first = await startBff(simulator, environment)
  let second: typeof first | undefined
  try {
    await awaitFilledIndex(first.url)
    await sessions.open('?range=7d', first.url)
    await sessions.settled()
    const before = await sessions.uids()
    const { dataVersion } = await askFreshness(first.url)
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
    first.child.kill('SIGKILL')
    await expect(freshness.bar).toContainText('CDP Watch does not answer', { timeout: 60_000 })
    await expect(freshness.bar).toHaveAttribute('data-tone', 'failed')
    expect(await sessions.uids()).toEqual(before)

    second = await startBff(simulator, { ...environment, PORT: new URL(first.url).port })
    await expect(freshness.bar).toContainText('Enterprise Manager answered', { timeout: 60_000 })
    await expect(freshness.bar).not.toHaveAttribute('data-tone', 'failed')
    expect(await sessions.uids()).toEqual(before)
    expect((await askFreshness(second.url)).dataVersion).toBeGreaterThanOrEqual(dataVersion)
    await sessions.choice('Health', /^Failed/).check()
    await sessions.settled()
    expect(new Set(await sessions.column('health').allInnerTexts())).toEqual(new Set(['Failed']))
    await expect(page.locator('body')).toHaveAttribute('data-same-page', 'yes')
  } finally {
    await page.goto('about:blank')
    await first.stop()
    await second?.stop()
    data.remove()
  }
})

test('Enterprise Manager dies: the index is still shown and searched, and its age is said', async ({
  freshness,
  policies,
  sessions,
  startOwn,
}) => {
  const { simulator, bff } = await startOwn()
  await sessions.open('?range=7d', bff.url)
  await sessions.settled()
  const before = await sessions.uids()
  await simulator.stop()
  await expect(freshness.bar).toContainText('Enterprise Manager fails', { timeout: 60_000 })
  await expect(freshness.bar).toContainText('index not updated for', { timeout: 60_000 })
  await expect(freshness.bar).toHaveAttribute('data-tone', 'failed')
  await expect(sessions.foot).toContainText('Enterprise Manager was last asked in vain')
  await expect(sessions.foot).toContainText(/index, asked EM .* ago/)
  expect(await sessions.uids()).toEqual(before)
  await sessions.search.fill('oracle')
  await sessions.settled()
  await expect(sessions.column('policy').first()).toContainText('Oracle')
  await freshness.bar.click()
  await expect(freshness.chain.filter({ hasText: /^CDP Watch server/ })).toHaveAttribute(
    'data-tone',
    'late',
  )
  await policies.open('', bff.url)
  await expect(policies.foot).toContainText('as of')
})
