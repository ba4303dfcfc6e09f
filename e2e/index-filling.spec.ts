import { expect, test } from './page-fixtures.ts'

/** Slow answers and small pages: the first fill takes long enough to be looked at. */
const slowly = {
  simulator: { latencyMs: 1500 },
  bff: { EM_PAGE_SIZE: '100' },
  filled: false,
}

test('while the index fills, the page asks live and says so; then it shows the index by itself', async ({
  page,
  sessions,
  startOwn,
}) => {
  const { simulator, bff } = await startOwn(slowly)
  await sessions.open('?range=all', bff.url)
  await expect(sessions.source).toHaveAccessibleName('Source: Live')
  const notice = page.getByRole('status').filter({ hasText: 'Index is being filled' })
  await expect(notice).toContainText(/Index is being filled: \d+ %.*Shown live meanwhile\./)
  const share = async () => Number(/(\d+) %/.exec(await notice.innerText())?.[1])
  const before = await share()
  await expect.poll(share, { timeout: 60_000 }).toBeGreaterThan(before)
  await expect(sessions.search).toHaveAttribute('aria-disabled', 'true')

  await sessions.source.click()
  await expect(page.getByRole('menuitem', { name: /^Index/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.getByRole('menuitem', { name: /^Index/ })).toContainText('being filled')
  await page.keyboard.press('Escape')

  await simulator.control.set({ latencyMs: 0 })
  await expect(sessions.source).toHaveAccessibleName('Source: Index', { timeout: 90_000 })
  await expect(notice).toHaveCount(0)
  await sessions.settled()
  await expect(sessions.total).toContainText('sessions')
  await expect(sessions.search).not.toHaveAttribute('aria-disabled', 'true')
  expect(sessions.inAddress('source')).toBeNull()
})

test('a range that the fill has reached already is shown from the index', async ({
  sessions,
  policies,
  page,
  startOwn,
}) => {
  const { bff } = await startOwn(slowly)
  await sessions.open('?range=24h', bff.url)
  await expect(sessions.source).toHaveAccessibleName('Source: Index', { timeout: 60_000 })
  await expect(sessions.foot).toContainText(/being filled: \d+ %.*This range is there already/)
  await policies.open('', bff.url)
  await expect(page.getByRole('status').filter({ hasText: 'still being filled' })).toBeVisible()
})

test('who chose Live stays there', async ({ page, sessions }) => {
  await sessions.open()
  await expect(sessions.source).toHaveAccessibleName('Source: Index')
  await sessions.source.click()
  await page.getByRole('menuitem', { name: /^Live/ }).click()
  await expect(sessions.source).toHaveAccessibleName('Source: Live')
  await sessions.settled()
  expect(sessions.inAddress('source')).toBe('live')
  await expect(sessions.search).toHaveAttribute('aria-disabled', 'true')
  await page.goBack()
  await expect(sessions.source).toHaveAccessibleName('Source: Index')
})
