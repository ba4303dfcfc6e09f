import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { webFolder } from '../scripts/root.ts'
import { expectAccessible } from './accessibility.ts'
import { test as base, expect } from './fixtures.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const operator = ['DEMO\\operator', 'demo'] as const

const test = base.extend<{ door: SignInPage }>({
  door: ({ page }, use) => use(new SignInPage(page)),
})

test.use({
  bffEnvironment: { ACCESS: 'em' },
  // The browser reports every 401 of a page that nobody may see yet, and every refusal of a sign-in.
  allowedProblems: [/Failed to load resource.* (400|401|403|429|503) /],
})

test('a page asks for a sign-in first, and is gone back to', async ({ page, door, sessions }) => {
  await page.goto('/sessions?range=all&health=failed')
  await expect(door.heading).toBeVisible()
  await expect(door.username).toBeFocused()
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  expect(sessions.inAddress('health')).toBe('failed')
  expect(sessions.inAddress('range')).toBe('all')
  await expect(door.person).toHaveText('O')
  await page.goto('/sign-in?to=/policies')
  await expect(page).toHaveURL(/\/policies$/)
})

test('says what is wrong, and keeps the name but not the password', async ({ page, door }) => {
  await page.goto('/sign-in')
  await door.signIn('DEMO\\operator', 'wrong')
  await expect(door.problem).toContainText('The user name or password is wrong')
  await expect(door.username).toHaveValue('DEMO\\operator')
  await expect(door.password).toHaveValue('')
  await expect(door.password).toBeFocused()
  await door.signIn('DEMO\\norole', 'demo')
  await expect(door.problem).toContainText('The account has no role in Enterprise Manager')
  await door.signIn('operator@demo.example', 'demo')
  await expect(door.problem).toContainText('DOMAIN\\user, not user@domain')
  for (let tried = 0; tried < 3; tried += 1) {
    await door.signIn('DEMO\\guessed', `guess ${tried}`)
    await expect(door.password).toHaveValue('')
  }
  await door.signIn('DEMO\\guessed', 'guess')
  await expect(door.problem).toContainText('Too many tries')
  await expect(door.problem).toContainText('min')
})

test('says that Enterprise Manager cannot be reached', async ({ page, door, startOwn }) => {
  const { simulator, bff } = await startOwn({ filled: false })
  await page.goto(`${bff.url}/sign-in`)
  await expect(door.heading).toBeVisible()
  await simulator.stop()
  await door.signIn(...operator)
  await expect(door.problem).toContainText('Enterprise Manager cannot be reached')
})

test('an export after the sign-in has ended asks for a new one, and is gone back to', async ({
  page,
  door,
  sessions,
}) => {
  await page.goto('/sessions?range=all&result=Failed')
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(door.heading).toBeVisible()
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  expect(sessions.inAddress('result')).toBe('Failed')
})

test('signing out ends it in every tab, and Back shows nothing', async ({
  page,
  door,
  sessions,
}) => {
  await page.goto('/sessions')
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/policies')
  await expect(other.getByRole('row').first()).toBeVisible()
  await page.bringToFront()
  await door.person.click()
  await door.part('button', 'Sign out').click()
  await expect(door.heading).toBeVisible()
  await page.goBack()
  await expect(door.heading).toBeVisible()
  await other.bringToFront()
  await expect(new SignInPage(other).heading).toBeVisible()
  await expect(other).toHaveURL(/to=%2Fpolicies/)
  await other.close()
})

test('one that has ended leads back to where one was', async ({ page, door, sessions }) => {
  await page.goto('/sessions')
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  await page.goto('/sessions?range=all&q=proxy')
  await expect(sessions.rows.first()).toBeVisible()
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ name: 'cdp-watch', httpOnly: true, sameSite: 'Strict' })
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Policies' }).click()
  await expect(door.heading).toBeVisible()
  await door.signIn(...operator)
  await expect(page).toHaveURL(/\/policies/)
  await expect(page.getByRole('row').first()).toBeVisible()
})

test('nobody is led to another site by a link to the sign-in', async ({ page, door }) => {
  await page.goto('/sign-in?to=//evil.example/')
  await door.signIn(...operator)
  await expect(door.person).toBeVisible()
  await expect(page).toHaveURL(/127\.0\.0\.1.*\/sessions/)
})

test('sign-ins, refusals and exports are on a page', async ({ page, door, sessions }) => {
  await page.goto('/sign-in')
  await door.signIn('DEMO\\<script>alert(1)</script>', 'x')
  await expect(door.problem).toContainText('wrong')
  await door.signIn(...operator)
  await expect(sessions.rows.first()).toBeVisible()
  const answer = await page.evaluate(async () =>
    (await fetch('/api/sessions/export?format=json&health=failed')).text(),
  )
  expect(answer).toContain('failed')
  await door.person.click()
  await door.part('link', 'Audit').click()
  const line = (name: string) => page.getByRole('row').filter({ hasText: name }).first()
  await expect(line('Exported sessions')).toContainText('format=json&health=failed')
  await expect(line('Exported sessions')).toContainText('DEMO\\operator')
  await expect(line('Sign-in refused')).toContainText('DEMO\\<script>alert(1)</script>')
  await expect(line('Signed in')).toContainText('127.0.0.1')
  await expectAccessible(page)
})

test('the page holds no secret of the server', async ({ simulator }) => {
  const folder = path.join(webFolder, 'dist')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => /\.(js|css|html|json|svg)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))
  expect(texts.length).toBeGreaterThan(10)
  const secrets = [simulator.certSha256, 'EM_PASSWORD', 'pässwort', 'PRIVATE KEY', webFolder]
  for (const { file, text } of texts) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${file}`).toBe(false)
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test.describe(`axe finds nothing, ${name}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport })

      test('on the sign-in, and on a page of somebody signed in', async ({
        page,
        door,
        sessions,
      }) => {
        await page.goto('/sign-in')
        await expect(door.heading).toBeVisible()
        await expectAccessible(page)
        await door.signIn('DEMO\\operator', 'wrong')
        await expect(door.problem).toContainText('wrong')
        await expectAccessible(page)
        await door.signIn(...operator)
        await expect(sessions.rows.first()).toBeVisible()
        await door.person.click()
        await expect(door.part('button', 'Sign out')).toBeVisible()
        await expectAccessible(page)
        await page.goto('/audit')
        await expect(page.getByRole('row').nth(1)).toBeVisible()
        await expectAccessible(page)
      })
    })
  }
}
