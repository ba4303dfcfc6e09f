import { expect, test } from './page-fixtures.ts'

const link = (filter: string) => `?range=all&filter=${encodeURIComponent(filter)}`
const noContains = 'Enterprise Manager has no “contains”; it compares whole values only'

test('the keys complete fields, operators and values, and Ctrl+Enter applies them', async ({
  page,
  sessions,
  editor,
}) => {
  await sessions.open('?range=all')
  await editor.open()
  await page.keyboard.type('sta')
  await editor.complete('State')
  await editor.complete('!=')
  await editor.complete('Stopped')
  await expect(editor.text).toHaveText('State!="Stopped"')
  await page.keyboard.type(';fail')
  await expect(editor.completions.getByRole('option')).toHaveText([/^FailureMessage/])
  await page.keyboard.press('Escape')
  for (const _ of 'fail') await page.keyboard.press('Backspace')
  await page.keyboard.type('Result==')
  await editor.complete('None')
  await expect(editor.text).toHaveText('State!="Stopped";Result=="None"')
  await expect(editor.apply).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.dialog).toHaveCount(0)
  await expect.poll(() => sessions.inAddress('filter')).toBe('State!="Stopped";Result=="None"')
  await sessions.settled()
  expect(new Set(await sessions.column('state').allInnerTexts())).toEqual(new Set(['Working']))
})

test('live, an error is underlined and said, “contains” with its reason, and neither can be applied', async ({
  page,
  sessions,
  editor,
}) => {
  await sessions.open('?source=live&range=all')
  await editor.open()
  await page.keyboard.type('Result==Failed;Nonsense==1')
  await expect(editor.wrong).toHaveText('Nonsense')
  await expect(editor.dialog).toContainText('no field “Nonsense”')
  await expect(editor.text).toHaveAccessibleDescription(/no field “Nonsense”/)
  await expect(editor.apply).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.dialog).toBeVisible()
  expect(sessions.inAddress('filter')).toBeNull()

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('CreationTimeUTC>="yesterday"')
  await expect(editor.wrong).toHaveText('"yesterday"')
  await expect(editor.dialog).toContainText('CreationTimeUTC needs a date or a UTC time')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('PolicyName')
  await expect(editor.completions.getByRole('option').first()).toBeVisible()
  await expect(editor.completions.getByRole('option').filter({ hasText: '~=' })).toHaveCount(0)
  await page.keyboard.type('~="Web"')
  await expect(editor.wrong).toHaveText('~=')
  await expect(editor.dialog).toContainText(noContains)
  await expect(editor.apply).toBeDisabled()

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Result==Failed')
  await expect(editor.wrong).toHaveCount(0)
  await editor.apply.click()
  await expect.poll(() => sessions.inAddress('filter')).toBe('Result=="Failed"')
})

test('examples go in at the cursor, joined to what stands there', async ({
  page,
  sessions,
  editor,
}) => {
  await sessions.open('?range=all')
  await editor.open()
  await editor.examples.getByRole('button', { name: 'Result>="Warning"' }).click()
  await expect(editor.text).toHaveText('Result>="Warning"')
  await expect(editor.text).toBeFocused()
  const third = editor.examples.getByRole('button').nth(2)
  const words = await third.innerText()
  await third.focus()
  await page.keyboard.press('Enter')
  await expect(editor.text).toHaveText(`Result>="Warning";${words}`)
  await expect(editor.text).toBeFocused()
  await expect(editor.apply).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => sessions.inAddress('filter')).toBe(`Result>="Warning";${words}`)
})

test('Esc closes an open list first, then the editor alone, and nothing is applied', async ({
  page,
  sessions,
  editor,
}) => {
  await sessions.open('?range=all')
  await sessions.rows.first().click()
  await expect(sessions.drawer).toBeVisible()
  const address = page.url()
  await editor.open()
  await page.keyboard.type('fjk')
  await expect(editor.text).toHaveText('fjk')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Res')
  await expect(editor.completions).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editor.completions).toHaveCount(0)
  await expect(editor.dialog).toBeVisible()
  await expect(editor.text).toHaveText('Res')
  await page.keyboard.press('Escape')
  await expect(editor.dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeFocused()
  await expect(sessions.drawer).toBeVisible()
  expect(page.url()).toBe(address)
  await editor.open()
  await expect(editor.placeholder).toBeVisible()
  await editor.dialog.getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Escape')
  await expect(editor.dialog).toHaveCount(0)
  expect(page.url()).toBe(address)
})

test('a text of several lines is pasted and applied as one filter', async ({
  page,
  context,
  sessions,
  editor,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sessions.open(link('Result=="Success"'))
  await editor.open()
  await expect(editor.text).toHaveText('Result=="Success"')
  const lines = ['(Result == Failed,', '\tResult == "Warning")', '', ';  State == stopped', '']
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  expect(await editor.written()).toBe(lines.join('\n'))
  await expect(editor.wrong).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('(Result=="Failed",Result=="Warning");State=="Stopped"')
  await sessions.settled()
  expect(new Set(await sessions.column('health').allInnerTexts())).toEqual(
    new Set(['Failed', 'Warning']),
  )
})

test('a value with quotes stays the same from the address to the editor and back', async ({
  page,
  request,
  sessions,
  editor,
}) => {
  const answer = await request.get('/api/em/query?type=CdpPolicy&pageSize=1000')
  const names: string[] = (await answer.json()).items.map((each: { name: string }) => each.name)
  const quoted = names.find((name) => name.includes('"')) ?? ''
  expect(quoted).not.toBe('')
  const filter = `PolicyName=="${quoted.replaceAll('"', '""')}"`
  await sessions.open(link(filter))
  await expect(sessions.column('policy').first()).toHaveText(quoted)
  await editor.open()
  expect(await editor.written()).toBe(filter)
  await page.keyboard.press('End')
  await page.keyboard.type(';Result!="Failed"')
  await expect(editor.apply).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => sessions.inAddress('filter')).toBe(`${filter};Result!="Failed"`)
  await sessions.settled()
  expect(new Set(await sessions.column('policy').allInnerTexts())).toEqual(new Set([quoted]))
  await page.reload()
  await expect(sessions.column('policy').first()).toHaveText(quoted)
  await editor.open()
  expect(await editor.written()).toBe(`${filter};Result!="Failed"`)
})

test.describe('a live link with “contains”', () => {
  // The browser reports the refusal besides.
  test.use({ allowedProblems: [/Failed to load resource.* 400 /] })

  test('says why it cannot be asked, and leads to where it is mended', async ({ page, editor }) => {
    await page.goto(`/sessions${link('PolicyName~="Web"')}&source=live`)
    await expect(page.getByRole('alert')).toContainText('contains')
    await page.getByRole('list', { name: 'Filters' }).getByRole('button').first().click()
    await expect(page.getByRole('dialog')).toContainText(noContains)
    await page.getByRole('button', { name: 'Edit as text' }).click()
    await expect(editor.wrong).toHaveText('~=')
  })
})
