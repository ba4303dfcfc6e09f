import { expectAccessible } from './accessibility.ts'
import { test as base, expect } from './fixtures.ts'
import { FailuresPage } from './pages/failures-page.ts'
import { PoliciesPage } from './pages/policies-page.ts'
import { WallLinksPage } from './pages/wall-links-page.ts'

const test = base.extend<{ links: WallLinksPage }>({
  links: ({ page }, use) => use(new WallLinksPage(page)),
})

const patience = { timeout: 60_000 }

test('says what is wrong with a name, and that access is open', async ({ page, links }) => {
  await links.open()
  await expect(page.getByRole('main')).toContainText('Access is open here')
  await links.makeLink('Lobby')
  await links.make.click()
  await expect(links.name).toBeFocused()
  for (const [name, words] of [
    ['  ', 'Name the screen'],
    ['x'.repeat(81), '1 character too long'],
    ['LOBBY', '“LOBBY” has a wall link already'],
  ] as const) {
    await links.name.fill(name)
    await page.keyboard.press('Enter')
    await expect(links.name).toHaveAccessibleDescription(new RegExp(words))
    await expect(links.dialog).toContainText(words)
  }
  await page.keyboard.press('Escape')
  await expect(links.dialog).toBeHidden()
  await expect(links.make).toBeFocused()
})

test.describe('somebody else was faster, or the server does not answer', () => {
  test.use({ allowedProblems: [/Failed to load resource|net::ERR_FAILED/] })

  test('the dialogs say so, and nothing that was known is lost', async ({
    page,
    request,
    links,
  }) => {
    await links.open()
    await links.makeLink('Hall')
    // From now on the page hears of no other link.
    await page.route('**/api/wall-links', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    )
    await request.post('/api/wall-links', { data: { name: 'Yard' } })
    await links.make.click()
    await links.name.fill('Yard')
    await links.submit.click()
    await expect(links.dialog).toContainText('“Yard” has a wall link already', patience)
    await page.keyboard.press('Escape')
    await page.route('**/api/wall-links/*', (route) => route.abort())
    await links.revoke('Hall').click()
    await links.confirm.click()
    await expect(links.dialog.getByRole('alert')).toContainText('The link was not revoked.')
    await links.dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('alert')).toContainText('CDP Watch does not answer', patience)
    await expect(links.line('Hall')).toBeVisible()
  })
})

test('hostile and long names harm nothing', async ({ page, links }) => {
  const names = [
    '<img src=x onerror=alert(1)>',
    '\u202Egnp.exe',
    `${'W'.repeat(80)}`,
    'a "quoted" & ’odd’ name',
  ]
  let isAlerted = false
  page.on('dialog', (dialog) => {
    isAlerted = true
    void dialog.dismiss()
  })
  await links.open()
  for (const name of names) await links.makeLink(name)
  for (const name of names) await expect(links.line(name)).toBeVisible()
  await links.revoke(names[2] ?? '').click()
  await expect(links.dialog).toContainText(names[2] ?? '')
  const over = await links.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
  expect(isAlerted).toBe(false)
})

test('“Show on a wall” leads to the wall and to a link for a screen, and says what they leave out', async ({
  page,
  sessions,
  links,
}) => {
  const menu = page.getByRole('button', { name: 'Show on a wall' })
  const item = (name: string) => page.getByRole('menuitem', { name })
  const dropdown = page.getByRole('menu')
  await sessions.open('?health=failed&q=vdi')
  await menu.click()
  await expect(item('Open the wall')).toHaveAttribute('href', '/wall?health=failed&q=vdi')
  await expect(dropdown).toContainText('whatever range of time is chosen here.')
  await expect(dropdown).not.toContainText('cannot hold')

  const policies = new PoliciesPage(page)
  await policies.open('?health=missing')
  await menu.click()
  await expect(item('Open the wall')).toHaveAttribute('href', '/wall?health=missing')

  const failures = new FailuresPage(page)
  await failures.open('?severity=failed&status=recovered&changedSince=2026-06-01T00:00:00Z')
  await menu.click()
  await expect(item('Open the wall')).toHaveAttribute('href', '/wall?health=failed')
  await expect(dropdown).toContainText('It cannot hold the status and “changed since”')

  await item('Make a wall link').click()
  await expect(links.dialog).toContainText('Health: Failed')
  await links.name.fill('What failed')
  await links.dialog.getByRole('radio', { name: 'Light' }).check()
  await links.submit.click()
  await expect(links.address).toHaveValue(/\/wall\/open\/[\w-]{43}\?health=failed&theme=light$/)
  await links.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(/\/wall-links$/)
  await expect(links.make).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport })

      test('axe finds nothing, and nothing hangs over', async ({ page, startOwn, links }) => {
        const { bff } = await startOwn({ filled: false })
        await links.open('', bff.url)
        await expect(page.getByText('There are no wall links yet')).toBeVisible()
        await expectAccessible(page)
        await links.make.click()
        await links.submit.click()
        await expect(links.dialog).toContainText('Name the screen')
        await expectAccessible(page)
        await links.name.fill('NOC north')
        await links.submit.click()
        await expect(links.address).toBeFocused()
        await expectAccessible(page)
        await links.dialog.getByRole('button', { name: 'Done' }).click()
        await links.makeLink('Lobby')
        await links.revoke('Lobby').click()
        await expect(links.confirm).toBeVisible()
        await expectAccessible(page)
        await links.confirm.click()
        await expect(links.line('Lobby')).toContainText('Revoked')
        await expect(links.dialog).toBeHidden()
        await expectAccessible(page)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over).toBeLessThanOrEqual(0)
      })
    })
  }
}
