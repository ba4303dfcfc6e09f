import { expectAccessible } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

test('a filter is built, changed, written as text and taken off', async ({ page, sessions }) => {
  await sessions.open('?range=all')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page
    .getByRole('option', { name: /^Policy(?! id)/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: 'Policy', exact: true }).fill('Gold DB tier')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/filter=PolicyName/)
  await sessions.settled()
  await expect(page.locator('td[data-column="policy"]').first()).toHaveText('Gold DB tier')
  expect(new Set(await page.locator('td[data-column="policy"]').allInnerTexts())).toEqual(
    new Set(['Gold DB tier']),
  )

  await page.getByRole('button', { name: /Remove filter Policy/ }).click()
  await expect(page).not.toHaveURL(/filter=/)
})

test('a filter as text says where it is wrong, and is applied when it is right', async ({
  page,
  sessions,
}) => {
  await sessions.open('?range=all')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('button', { name: 'Edit as text' }).click()
  const editor = page.getByRole('textbox', { name: 'Filter as text' })
  await editor.click()
  await page.keyboard.type('Result==Failed;Nonsense==1')
  await expect(page.getByRole('dialog')).toContainText('no field “Nonsense”')
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Result>="Warning";State==Stopped')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page).toHaveURL(/filter=/)
  await sessions.settled()
  const healths = await page.locator('td[data-column="health"]').allInnerTexts()
  expect(healths.length).toBeGreaterThan(3)
  expect(healths.every((text) => /Failed|Warning/.test(text))).toBe(true)
})

test('a link whose filter cannot be read shows no rows but the place of the mistake', async ({
  page,
}) => {
  await page.goto('/sessions?filter=Result%3D%3DFailed%3BColour%3D%3Dred')
  await expect(page.getByRole('alert')).toContainText('has no field “Colour”')
  await expect(page.locator('mark')).toHaveText('Colour')
  await expect(page.locator('tr[data-uid]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove the filter' }).click()
  await expect(page.locator('tr[data-uid]').first()).toBeVisible()
})

test.describe('an address that cannot be read', () => {
  test.use({ allowedProblems: [/range must be one of/] })

  test('says which part', async ({ page }) => {
    await page.goto('/sessions?range=yesterday')
    await expect(page.getByRole('alert')).toContainText('range must be one of')
  })
})

test('nothing found says so and leads on', async ({ page }) => {
  await page.goto('/sessions?filter=PolicyName%3D%3D%22No+such+policy%22')
  await expect(page.getByRole('status').filter({ hasText: 'No sessions match' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filters' }).click()
  await expect(page.locator('tr[data-uid]').first()).toBeVisible()
})

test('the keyboard alone is enough', async ({ page, sessions }) => {
  await sessions.open()
  await page.keyboard.press('f')
  await expect(page).toHaveURL(/health=failed/)
  await sessions.settled()
  await page.keyboard.press('j')
  await expect(sessions.rows.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(sessions.rows.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  const second = await sessions.rows.nth(1).getAttribute('data-uid')
  await expect(page).toHaveURL(new RegExp(`session=${encodeURIComponent(second ?? '')}`))
  await expect(sessions.drawer).toBeVisible()
  await page.keyboard.press('j')
  const third = await sessions.rows.nth(2).getAttribute('data-uid')
  await expect(page).toHaveURL(new RegExp(`session=${encodeURIComponent(third ?? '')}`))
  // A button's key is its own: it neither closes the session nor opens another.
  await sessions.drawer.getByRole('button', { name: 'Copy for ticket' }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`session=${encodeURIComponent(third ?? '')}`))
  await page.keyboard.press('Escape')
  await expect(sessions.drawer).toHaveCount(0)
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog')).toContainText('next and previous row')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('text from Enterprise Manager is only ever text', async ({ page, sessions, request }) => {
  await page.exposeFunction('stolen', () => {
    throw new Error('a text of Enterprise Manager ran')
  })
  const policies = await request.get('/api/em/query?type=CdpPolicy&pageSize=1000')
  const names: string[] = (await policies.json()).items.map((each: { name: string }) => each.name)
  const hostile = names.find((name) => name.includes('<')) ?? ''
  expect(hostile).not.toBe('')
  const filter = `PolicyName=="${hostile.replaceAll('"', '""')}"`
  await sessions.open(`?range=all&filter=${encodeURIComponent(filter)}`)
  const markup = page.locator('td[data-column="policy"]')
  await expect(markup.first()).toHaveText(hostile)
  expect(await page.locator('td b, td script, td img').count()).toBe(0)
  await markup.first().click()
  await expect(sessions.drawer.getByRole('heading', { level: 2 })).toHaveText(hostile)
})

test('copies what was asked as a command', async ({ page, sessions, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sessions.open('?result=Failed')
  await page.getByRole('button', { name: 'Copy as' }).click()
  await page.getByRole('menuitem', { name: /curl/ }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('curl')
  expect(text).toContain('/api/query?type=CdpReplicaSession')
  expect(text).toContain('Result%3D%3D%22Failed%22')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the table, the open session and the editor', async ({
      page,
      sessions,
    }) => {
      await sessions.open('?result=Failed&result=Warning')
      await sessions.settled()
      await expectAccessible(page)
      await sessions.rows.nth(1).click()
      await expect(sessions.drawer).toContainText('VMs')
      await expect(sessions.drawer.getByRole('table')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Add filter' }).click()
      await page.getByRole('button', { name: 'Edit as text' }).click()
      await expect(page.getByRole('textbox', { name: 'Filter as text' })).toBeVisible()
      await expectAccessible(page)
    })

    test('axe finds nothing on the states without rows', async ({ page }) => {
      await page.goto('/sessions?filter=Colour%3D%3Dred')
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      await page.goto('/sessions?filter=PolicyName%3D%3D%22No+such+policy%22')
      await expect(page.getByText('No sessions match')).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('rows, an open session and the way back fit', async ({ page, sessions }) => {
    await sessions.open('?result=Failed')
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await wide()).toBeLessThanOrEqual(390)
    await sessions.rows.first().click()
    await expect(sessions.drawer).toBeVisible()
    expect(await wide()).toBeLessThanOrEqual(390)
    const box = await sessions.drawer.boundingBox()
    expect(box?.width).toBeGreaterThan(380)
    await sessions.drawer.getByRole('button', { name: /Close/ }).click()
    await expect(sessions.drawer).toHaveCount(0)
    await expectAccessible(page)
  })
})
