import { expect, test } from './page-fixtures.ts'

const worstFirst = ['Failed', 'Missing', 'Warning', 'Unknown', 'OK']

test('shows every policy, worst first, with thirty days', async ({ policies, request }) => {
  const answer = await request.get('/api/em/query?type=CdpPolicy&pageSize=1000')
  const names: string[] = (await answer.json()).items.map((each: { name: string }) => each.name)
  await policies.open()
  await expect(policies.foot).toContainText(`${names.length} policies`)
  await expect(policies.grid).toHaveAttribute('aria-rowcount', String(names.length + 1))
  await expect(policies.days(policies.rows.first())).toHaveCount(30)
  const marks = policies.column('health').locator('[data-health]')
  const healths = await marks.evaluateAll((all) =>
    all.map((mark) => mark.getAttribute('data-health')),
  )
  const order = healths.map((health) =>
    ['failed', 'missing', 'warning', 'unknown'].indexOf(health ?? ''),
  )
  const ranks = order.map((rank) => (rank < 0 ? worstFirst.length : rank))
  expect(new Set(ranks).size).toBeGreaterThan(2)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(names).toEqual(expect.arrayContaining(await policies.column('name').allInnerTexts()))
})

test('a day without its session is hatched, and says in words that it is missing', async ({
  policies,
}) => {
  await policies.open('?health=missing')
  const row = policies.rows.first()
  await expect(row.locator('[data-column="health"]')).toHaveText('Missing')
  await expect(row.locator('[data-column="streak"]')).toHaveText(/^missing for \d+ days$/)
  await expect(row.locator('[data-column="failure"]')).toContainText('No session since')
  const today = policies.days(row).last()
  await expect(today).toHaveAttribute('data-health', 'missing')
  await expect(today).toHaveAccessibleName('15 Jun: Missing, it should have run')
  await expect(today).toHaveCSS('background-image', /repeating-linear-gradient/)
})

test('streaks are said in words, as long as the days show them', async ({ policies }) => {
  await policies.open('?health=failed')
  const row = policies.rows.first()
  await expect(row.locator('[data-column="streak"]')).toHaveText(
    /^failing for (\d+ days|\d+ h|1 d \d+ h)$/,
  )
  await expect(policies.days(row).last()).toHaveAttribute('data-health', 'failed')
  await expect(row.locator('[data-column="vms"]')).toHaveText(/^[1-9]\d* of \d+$/)
})

test('a day opens its session beside the policies, and closing leads back to it', async ({
  page,
  policies,
}) => {
  await policies.open('?health=failed')
  const row = policies.rows.first()
  const name = await row.locator('[data-column="name"]').innerText()
  const day = policies.days(row).and(page.locator('a[data-health="failed"]')).first()
  const label = (await day.getAttribute('aria-label')) ?? ''
  await day.click()
  await expect(policies.drawer.getByRole('heading', { level: 2 })).toHaveText(name)
  await expect(policies.drawer).toContainText(label.split(':')[0] ?? '?')
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(day).toHaveAttribute('aria-current', 'true')
  const link = page.url()
  await page.keyboard.press('Escape')
  await expect(policies.drawer).toHaveCount(0)
  await expect(day).toBeFocused()
  await page.goBack()
  await expect(policies.drawer).toBeVisible()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(policies.drawer.getByRole('heading', { level: 2 })).toHaveText(name)
})

test('filters, search and sort are in the address, and Back undoes them', async ({
  page,
  policies,
}) => {
  await policies.open()
  await policies.chip('Warning').click()
  await expect.poll(() => policies.inAddress('health')).toBe('warning')
  await policies.settled()
  expect(new Set(await policies.column('health').allInnerTexts())).toEqual(new Set(['Warning']))
  await expect(policies.chip('Warning')).toContainText(String(await policies.rows.count()))
  await policies.servers.click()
  await page.getByRole('menuitemcheckbox', { name: /^vbr-03/ }).click()
  await page.keyboard.press('Escape')
  await policies.settled()
  expect(new Set(await policies.column('server').allInnerTexts())).toEqual(new Set(['vbr-03.lab']))
  await policies.heading('Policy').getByRole('button').click()
  await expect.poll(() => policies.inAddress('sort')).toBe('name')
  await policies.settled()
  await expect(policies.heading('Policy')).toHaveAttribute('aria-sort', 'ascending')
  const names = (await policies.column('name').allInnerTexts()).map((name) => name.toLowerCase())
  expect(names.length).toBeGreaterThan(1)
  expect(names).toEqual(names.toSorted())

  await page.goBack()
  await expect(policies.heading('Health')).toHaveAttribute('aria-sort', 'ascending')
  await page.goBack()
  await expect(policies.servers).toHaveText('All servers')
  await page.goBack()
  await expect(policies.chip('Warning')).toHaveAttribute('aria-pressed', 'false')
  await expect(policies.foot).toContainText('60 policies')
})

test('the search narrows to what it is typed for; what nothing matches says so', async ({
  page,
  policies,
}) => {
  await policies.open()
  await page.keyboard.press('/')
  await page.keyboard.type('ORACLE')
  await expect.poll(() => policies.inAddress('q')).toBe('ORACLE')
  await policies.settled()
  await expect(policies.foot).toContainText('match')
  const names = await policies.column('name').allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter((name) => !/oracle/i.test(name))).toEqual([])
  await page.keyboard.type(' no such')
  const nothing = page.getByRole('status').filter({ hasText: 'No policies match' })
  await expect(nothing).toBeVisible()
  await nothing.getByRole('button', { name: 'Remove the filters' }).click()
  await expect(policies.rows.first()).toBeVisible()
  await expect(policies.search).toHaveValue('')
})

test('the keyboard alone walks the grid, opens a day and returns to it', async ({
  page,
  policies,
}) => {
  await policies.open()
  await page.keyboard.press('j')
  const place = (row: number, column: number) =>
    policies.grid.locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`)
  await expect(place(0, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(place(1, 1)).toBeFocused()
  await page.keyboard.press('End')
  const today = place(1, 37).locator('a')
  await expect(today).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(policies.drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(policies.drawer).toHaveCount(0)
  await expect(today).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect(place(59, 37).locator('a, [data-health]').first()).toBeInViewport()
  await page.keyboard.press('Control+Home')
  await expect(place(0, 0)).toBeFocused()
})

test('what is missing leads from the sessions to the policies', async ({
  page,
  policies,
  sessions,
}) => {
  await sessions.open()
  const missing = page.getByRole('navigation', { name: 'Filters' }).getByRole('link', {
    name: /Missing/,
  })
  await expect(missing).toContainText(/[1-9]/)
  const count = /\d+/.exec(await missing.innerText())?.[0]
  await missing.click()
  await expect(page).toHaveURL(/\/policies\?health=missing/)
  await expect(policies.rows).toHaveCount(Number(count))
})

test.describe('many policies', () => {
  test('scroll to the last, with few of them in the document', async ({ policies, startOwn }) => {
    const { bff } = await startOwn({ simulator: { policies: 400, vms: 3, days: 8 } })
    await policies.open('?sort=name', bff.url)
    await expect(policies.grid).toHaveAttribute('aria-rowcount', '401')
    expect(await policies.rows.count()).toBeLessThan(80)
    await policies.scrollToEnd()
    await expect(policies.rows.last()).toHaveAttribute('aria-rowindex', '401')
    await expect(policies.rows.last()).toBeInViewport()
    await expect(policies.heading('Policy')).toBeInViewport()
    expect(await policies.rows.count()).toBeLessThan(80)
  })
})
