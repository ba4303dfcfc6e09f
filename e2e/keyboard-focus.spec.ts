import { expect, test } from './page-fixtures.ts'

/** What is opened by a key over the page, by its name. */
const openings = [
  ['the list of shortcuts', 'Shift+?', 'Keyboard shortcuts'],
  ['the commands', 'Control+k', undefined],
] as const

for (const [what, key, name] of openings) {
  test(`the focus goes back to where it was after ${what}`, async ({ page, sessions }) => {
    await sessions.open()
    await sessions.source.focus()
    for (let time = 0; time < 2; time += 1) {
      await page.keyboard.press(key)
      const dialog = name ? page.getByRole('dialog', { name }) : page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(sessions.source).toBeFocused()
    }
  })
}

test('the focus goes back to where it was after the list of shortcuts that a command opened', async ({
  page,
  sessions,
}) => {
  await sessions.open()
  await sessions.source.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Command' })).toBeFocused()
  await page.keyboard.type('shortcuts')
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' }).last()).toBeVisible()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(sessions.source).toBeFocused()
})
