import { test as base, expect } from './fixtures.ts'
import { SignInPage } from './pages/sign-in-page.ts'
import { WallLinksPage } from './pages/wall-links-page.ts'
import { WallPage } from './pages/wall-page.ts'
import { shiftClock } from './shift-clock.ts'

const test = base.extend<{ links: WallLinksPage; door: SignInPage }>({
  links: ({ page }, use) => use(new WallLinksPage(page)),
  door: ({ page }, use) => use(new SignInPage(page)),
})

const patience = { timeout: 60_000 }

test.use({
  bffEnvironment: { ACCESS: 'em', EM_POLL_SECONDS: '5' },
  allowedProblems: [/Failed to load resource.* 401 /],
})

test('a link is made, opened on a screen, seen, and revoked, and the screen says so', async ({
  page,
  browser,
  bff,
  simulator,
  door,
  links,
}) => {
  await links.open()
  await door.signIn('DEMO\\operator', 'demo')
  await expect(page.getByRole('heading', { name: 'There are no wall links yet' })).toBeVisible()
  await links.make.click()
  await links.name.fill('NOC north')
  await links.submit.click()
  await expect(links.dialog).toContainText('shown once and cannot be shown again')
  await expect(links.dialog).toContainText('Whoever has it sees the wall')
  await expect(links.address).toBeFocused()
  const address = await links.address.inputValue()
  expect(address).toMatch(new RegExp(`^${bff.url}/wall/open/[\\w-]{43}$`))
  await page.keyboard.press('Escape')
  await expect(links.address).toBeVisible()
  await links.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(links.make).toBeFocused()
  await expect(links.line('NOC north')).toContainText('Not opened yet')
  await expect(links.line('NOC north')).toContainText('never')
  await expect(links.line('NOC north')).toContainText('by DEMO\\operator')
  await page.reload()
  await expect(links.line('NOC north')).toBeVisible()
  expect(await page.content()).not.toContain(address.slice(-43))

  const screen = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  try {
    await screen.addInitScript(shiftClock, simulator.clockOffsetMs)
    const shown = await screen.newPage()
    const wall = new WallPage(shown)
    await shown.goto(address)
    await expect(shown).toHaveURL(`${bff.url}/wall`)
    await wall.shown()
    await expect(links.line('NOC north')).toContainText('On a screen now', patience)
    await expect(links.line('NOC north')).toContainText(/\d+ s ago/)
    await expect(links.line('NOC north')).toContainText('127.0.0.1')
    await expect(links.line('NOC north')).toContainText(/\d+\.\d+\.\d+/)
    await expect(links.line('NOC north')).toContainText(/Chrom\w+ \d+ on Linux/)

    const streamEnd = shown.waitForEvent('requestfinished', {
      predicate: (request) => request.url().endsWith('/api/events'),
      timeout: 60_000,
    })
    await links.revoke('NOC north').click()
    await expect(links.dialog).toContainText('Revoke the link of NOC north?')
    await page.keyboard.press('Escape')
    await expect(links.dialog).toBeHidden()
    await expect(links.revoke('NOC north')).toBeFocused()
    await links.revoke('NOC north').click()
    const revokedAt = performance.now()
    await links.confirm.click()
    await streamEnd
    const description = `${Math.round(performance.now() - revokedAt)} ms`
    test.info().annotations.push({ type: 'stream ended after', description })
    await expect(wall.band('revoked')).toContainText('may not see the wall any more', patience)
    await expect(links.dialog).toBeHidden()
    await expect(links.list).toBeFocused()
    await expect(links.line('NOC north')).toContainText(/Revoked \d+ s ago/)
    await expect(links.revoke('NOC north')).toHaveCount(0)
  } finally {
    await screen.close()
  }
  await page.goto('/audit')
  const event = (words: string) => page.getByRole('row').filter({ hasText: words })
  await expect(event('Made a wall link')).toContainText('NOC north')
  await expect(event('Revoked a wall link')).toContainText('DEMO\\operator')
})

test('is reached from the person, and asks for a sign-in when there is none any more', async ({
  page,
  door,
  links,
}) => {
  await page.goto('/policies')
  await door.signIn('DEMO\\operator', 'demo')
  await door.person.click()
  await door.part('link', 'Wall links').click()
  await expect(page).toHaveURL(/\/wall-links$/)
  await links.make.click()
  await links.name.fill('Lobby')
  await page.context().clearCookies()
  await links.submit.click()
  await expect(door.heading).toBeVisible()
  await expect(page).toHaveURL(/to=%2Fwall-links/)
})
