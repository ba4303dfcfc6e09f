import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from './fixtures.ts'
import { startBff, startSimulator } from './servers.ts'

/** The browser itself reports every answer that is an error; these tests bring such answers about. */
test.use({ allowedProblems: [/Failed to load resource/] })

test('an expired logon in mid-use is noticed by nobody', async ({ page, sessions, startOwn }) => {
  const { simulator, bff } = await startOwn()
  await page.goto(`${bff.url}/sessions?source=live&range=all`)
  const rows = page.locator('tr[data-uid]')
  await rows.first().waitFor()
  const before = (await simulator.control.received()).logons

  await simulator.control.expireLogons()
  await sessions.choice('Result', 'Failed').check()
  await expect(page.locator('td[data-column="health"]').first()).toContainText('Failed')
  await rows.first().click()
  await expect(page.locator('aside')).toContainText('Why')
  await expect(page.getByRole('alert')).toHaveCount(0)

  const after = await simulator.control.received()
  expect(after.logons).toBe(before + 1)
  expect(after.requests.filter((each) => each.status === 401).length).toBeGreaterThan(0)
})

test('Enterprise Manager stopped and started again: rows stay, the page says so, and it recovers by itself', async ({
  page,
}) => {
  const certDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-e2e-cert-'))
  let simulator = await startSimulator({ seed: 7, certDir })
  const port = Number(new URL(simulator.url).port)
  const bff = await startBff(simulator, { EM_POLL_SECONDS: '5' })
  try {
    await page.goto(`${bff.url}/sessions?source=live`)
    const rows = page.locator('tr[data-uid]')
    await rows.first().waitFor()
    const shown = await rows.first().getAttribute('data-uid')

    const failing = async () =>
      (await page.locator('td[data-column="vms"]').allInnerTexts()).slice(0, 15)
    await expect(page.locator('td[data-column="vms"]', { hasText: /\d/ }).first()).toBeVisible()
    const knownFailing = await failing()

    await simulator.stop()
    await expect(page.getByRole('banner')).toContainText('Enterprise Manager fails', {
      timeout: 30_000,
    })
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.getByRole('alert')).toContainText('this is what was known before', {
      timeout: 30_000,
    })
    await expect(rows.first()).toHaveAttribute('data-uid', shown ?? '')
    // What was known of the VMs stays as well: nothing that fails may look fine for want of an answer.
    expect(await failing()).toEqual(knownFailing)
    await page.getByRole('banner').getByText('Enterprise Manager fails').click()
    await expect(page.getByText('nothing listens there').last()).toBeVisible()
    await page.keyboard.press('Escape')

    simulator = await startSimulator({ seed: 7, certDir, port })
    await expect(page.getByRole('banner')).toContainText('Enterprise Manager answered', {
      timeout: 60_000,
    })
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(rows.first()).toBeVisible()
  } finally {
    await page.goto('about:blank')
    await bff.stop()
    await simulator.stop()
    rmSync(certDir, { recursive: true, force: true })
  }
})

test('says at the first load that Enterprise Manager is down, and shows rows once it is up', async ({
  page,
  startOwn,
}) => {
  const { simulator, bff } = await startOwn({ filled: false })
  await simulator.control.fail({ count: 1000, kind: 'reset' })
  await page.goto(`${bff.url}/sessions?source=live`)
  const notice = page.getByRole('alert').filter({ hasText: 'Enterprise Manager cannot be reached' })
  await expect(notice).toContainText('it cut the connection off', { timeout: 30_000 })
  await simulator.control.endFaults()
  await expect(async () => {
    const again = notice.getByRole('button', { name: 'Try again' })
    if (await again.isVisible()) await again.click()
    await expect(page.locator('tr[data-uid]').first()).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
})

test.describe('each trouble has its own words', () => {
  const troubles = [
    { kind: '500', words: /Enterprise Manager failed/ },
    { kind: '503', words: /Enterprise Manager is overloaded/ },
    { kind: 'html', words: /answer cannot be read/ },
    { kind: 'xml-error', words: /Enterprise Manager/ },
    { kind: 'truncated', words: /answer cannot be read|cannot be reached/ },
    { kind: '403', words: /refuses this to the account/ },
  ] as const
  for (const { kind, words } of troubles) {
    test(kind, async ({ page, startOwn }) => {
      const { simulator, bff } = await startOwn()
      await expect(async () => {
        expect((await page.request.get(`${bff.url}/readyz`)).ok()).toBe(true)
      }).toPass()
      await simulator.control.fail({ count: 1000, kind, path: 'CdpReplicaSession&' })
      await page.goto(`${bff.url}/sessions?source=live`)
      await expect(page.getByRole('alert')).toContainText(words, { timeout: 30_000 })
      await expect(page.getByRole('alert')).not.toContainText('<')
      await simulator.control.endFaults()
    })
  }
})

test('an account without a role is told so', async ({ page, simulator }) => {
  const bff = await startBff(simulator, { EM_USERNAME: 'DEMO\\norole' })
  try {
    await page.goto(`${bff.url}/sessions`)
    await expect(page.getByRole('alert')).toContainText('refuses this to the account')
  } finally {
    await page.goto('about:blank')
    await bff.stop()
  }
})

test('a wrong password is told so', async ({ page, simulator }) => {
  const bff = await startBff(simulator, { EM_PASSWORD: 'wrong' })
  try {
    await page.goto(`${bff.url}/sessions`)
    await expect(page.getByRole('alert')).toContainText('refuses the user name or password')
    await expect(page.getByRole('alert')).toContainText('EM_PASSWORD')
  } finally {
    await page.goto('about:blank')
    await bff.stop()
  }
})
