import { expectAccessible } from './accessibility.ts'
import { expect, test } from './page-fixtures.ts'

test('the keyboard alone builds a filter, and the focus returns to where it came from', async ({
  page,
  sessions,
  builder,
}) => {
  await sessions.open('?range=all')
  await builder.addButton.focus()
  await page.keyboard.press('Enter')
  await expect(builder.fieldInput).toBeFocused()
  await page.keyboard.type('policy')
  const fields = builder.dialog.getByRole('option')
  await expect(fields).toHaveText(['Policy id PolicyUid', 'Policy PolicyName'], {
    useInnerText: true,
  })
  await page.keyboard.press('ArrowDown')
  await expect(fields.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(builder.value('Policy')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(builder.operator).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(builder.operator).toHaveValue('!=')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Gold DB tier')
  await page.keyboard.press('Enter')

  await expect(builder.dialog).toHaveCount(0)
  await expect(builder.addButton).toBeFocused()
  await expect.poll(() => sessions.inAddress('filter')).toBe('PolicyName!="Gold DB tier"')
  await expect(builder.chips).toHaveText(['Policy is not Gold DB tier'])

  await page.keyboard.press('Space')
  await expect(builder.fieldInput).toBeFocused()
  await page.keyboard.type('res')
  await page.keyboard.press('Enter')
  const failed = builder.dialog.getByRole('checkbox', { name: 'Failed' })
  await expect(builder.dialog.getByRole('checkbox', { name: 'None' })).toBeFocused()
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab')
  await expect(failed).toBeFocused()
  await page.keyboard.press('Space')
  await expect(failed).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(builder.addButton).toBeFocused()
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('PolicyName!="Gold DB tier";Result=="Failed"')
  await sessions.settled()
  expect(new Set(await sessions.column('health').allInnerTexts())).toEqual(new Set(['Failed']))
})

test('several values of a field: any of them for “is”', async ({ page, sessions, builder }) => {
  await sessions.open('?range=all')
  await builder.begin('PolicyName')
  await builder.value('Policy').fill('Gold DB tier')
  await page.keyboard.press('Shift+Enter')
  await expect(builder.chosen).toHaveText(['Gold DB tier'])
  await builder.value('Policy').fill('Oracle RAC')
  await builder.dialog.getByRole('button', { name: 'Another value' }).click()
  await expect(builder.chosen).toHaveText(['Gold DB tier', 'Oracle RAC'])
  await builder.value('Policy').fill('SAP prod')
  await page.keyboard.press('Enter')

  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('PolicyName=="Gold DB tier",PolicyName=="Oracle RAC",PolicyName=="SAP prod"')
  await expect(builder.chips).toHaveText(['Policy is Gold DB tier, Oracle RAC, SAP prod'])
  await sessions.settled()
  expect(new Set(await sessions.column('policy').allInnerTexts())).toEqual(
    new Set(['Gold DB tier', 'Oracle RAC', 'SAP prod']),
  )
})

test('several values of a field: none of them for “is not”, and more join them', async ({
  sessions,
  builder,
}) => {
  await sessions.open('?range=all')
  await builder.begin('Result')
  await builder.operator.selectOption({ label: 'is not' })
  await builder.dialog.getByRole('checkbox', { name: 'None' }).check()
  await builder.dialog.getByRole('checkbox', { name: 'Success' }).check()
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect(builder.chips).toHaveText(['Result is not None, Success'])
  await expect.poll(() => sessions.inAddress('filter')).toBe('Result!="None";Result!="Success"')
  await sessions.settled()
  expect(new Set(await sessions.column('health').allInnerTexts())).toEqual(
    new Set(['Failed', 'Warning']),
  )

  await builder.begin('Result')
  await builder.operator.selectOption({ label: 'is not' })
  await builder.dialog.getByRole('checkbox', { name: 'Warning' }).check()
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect(builder.chips).toHaveText(['Result is not None, Success, Warning'])
  await sessions.settled()
  await expect(sessions.column('health').filter({ hasText: 'Warning' })).toHaveCount(0)
  await expect(sessions.column('health').first()).toHaveText('Failed')
})

test('keys in the builder are not the page’s, and Esc closes the builder alone', async ({
  page,
  sessions,
  builder,
}) => {
  await sessions.open('?range=all')
  await sessions.rows.nth(1).click()
  await expect(sessions.drawer).toBeVisible()
  const address = page.url()

  await builder.addButton.click()
  await expect(builder.fieldInput).toBeFocused()
  await page.keyboard.type('jkfr')
  await expect(builder.fieldInput).toHaveValue('jkfr')
  await expect(builder.dialog).toContainText('No field has this name.')
  await builder.fieldInput.fill('CreationTimeUTC')
  await page.keyboard.press('Enter')
  await page.keyboard.type('jkf')
  await expect(builder.value('Started, date and time')).toHaveValue('jkf')
  const back = builder.dialog.getByRole('button', { name: 'Other field than Started' })
  await back.focus()
  for (const key of ['j', 'k', 'f']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await expect(builder.fieldInput).toBeFocused()
  expect(page.url()).toBe(address)

  await page.keyboard.press('Escape')
  await expect(builder.dialog).toHaveCount(0)
  await expect(builder.addButton).toBeFocused()
  await expect(sessions.drawer).toBeVisible()
  expect(page.url()).toBe(address)
  await page.keyboard.press('Escape')
  await expect(sessions.drawer).toHaveCount(0)
})

test('live, “contains” is offered, but off, with the reason', async ({ sessions, builder }) => {
  await sessions.open('?source=live&range=all')
  await builder.begin('FailureMessage')
  await expect(builder.operator.getByRole('option', { name: 'contains' })).toBeDisabled()
  await expect(builder.operator.getByRole('option', { name: 'is', exact: true })).toBeEnabled()
  await expect(builder.dialog).toContainText(
    '“contains” is off: Enterprise Manager has no “contains”',
  )
  await expect(builder.operator).toHaveAccessibleDescription(/compares whole values only/)
  await builder.dialog.getByRole('button', { name: 'Other field than Failure message' }).click()
  await builder.fieldInput.fill('State')
  await builder.fieldInput.press('Enter')
  await expect(builder.operator.getByRole('option', { name: 'contains' })).toHaveCount(0)
})

test('axe finds nothing on the builder', async ({ page, sessions, builder }) => {
  await sessions.open('?range=all')
  await builder.begin('CreationTimeUTC')
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect(builder.problem).toBeVisible()
  await expect(builder.dialog.getByRole('table')).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
})
