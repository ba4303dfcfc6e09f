import { askFailures, usualFrom } from './ask-failures.ts'
import { expect, test } from './page-fixtures.ts'
import { shiftClock } from './shift-clock.ts'

test('who takes over a shift sees what has changed, and a colleague by the link the same', async ({
  browser,
  failures,
  page,
  request,
  simulator,
}) => {
  await failures.open()
  await failures.settled()
  await failures.changedSince.click()
  // It is 11:30 in the zone of the browser, of the day that began with the shift of six.
  await page.getByRole('menuitem', { name: 'Start of the shift, today 06:00' }).click()
  await expect.poll(() => failures.inAddress('changedSince')).toBe('2026-06-15T04:00:00Z')
  await expect(failures.summary).toContainText('Changed since today 06:00:')
  await expect(failures.changedSince).toHaveText('Changed since today 06:00')

  await failures.changedSince.click()
  await page.getByRole('menuitem', { name: '24 hours ago' }).click()
  await expect.poll(() => failures.inAddress('changedSince')).toMatch(/^2026-06-14T09:[345]\d:00Z$/)
  await failures.settled()
  const changedSince = failures.inAddress('changedSince') ?? ''
  const from = usualFrom(simulator.clockOffsetMs)
  const { items } = await askFailures(request, { from, changedSince })
  expect(items.length).toBeGreaterThan(0)
  for (const { changedUTC } of items) {
    expect(Date.parse(changedUTC)).toBeGreaterThanOrEqual(Date.parse(changedSince))
  }
  const ids = await failures.ids()
  expect(ids.toSorted()).toEqual(items.map(({ id }) => id).toSorted())

  const colleague = await browser.newPage({ timezoneId: 'America/New_York' })
  try {
    await colleague.addInitScript(shiftClock, simulator.clockOffsetMs)
    await colleague.goto(page.url())
    const rows = colleague.locator('tr[data-id]')
    await expect(rows).toHaveCount(ids.length)
    const theirs = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id')))
    expect(theirs).toEqual(ids)
  } finally {
    await colleague.close()
  }
})

test('a time of one’s own, and the way out of it', async ({ failures, page }) => {
  await failures.open()
  await failures.changedSince.click()
  await page.getByRole('menuitem', { name: 'A time …' }).click()
  const time = page.getByRole('textbox', { name: 'Changed since' })
  await time.fill('yesterday')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(time).toHaveAccessibleDescription(/needs a date and time/)
  await time.fill('2026-06-12 18:15')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect.poll(() => failures.inAddress('changedSince')).toBe('2026-06-12T16:15:00Z')
  await expect(failures.changedSince).toHaveText('Changed since 12 Jun 18:15')
  await failures.changedSince.click()
  await page.getByRole('menuitem', { name: 'Whenever they changed' }).click()
  await expect.poll(() => failures.inAddress('changedSince')).toBeNull()
})
