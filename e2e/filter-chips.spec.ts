import { expect, test } from './page-fixtures.ts'

const link = (filter: string) => `?range=all&filter=${encodeURIComponent(filter)}`

test('a chip opens with what it holds, is changed, and is removed', async ({
  page,
  sessions,
  builder,
}) => {
  await sessions.open(link('PolicyName=="SAP prod";Result>="Warning"'))
  await expect(builder.chips).toHaveText(['Policy is SAP prod', 'Result at least Warning'])
  await builder.opener(builder.chips.first()).click()
  await expect(builder.operator).toHaveValue('==')
  await expect(builder.chosen).toHaveText(['SAP prod'])
  await builder.dialog.getByRole('button', { name: 'Remove value SAP prod' }).click()
  await builder.value('Policy').fill('Oracle RAC')
  await builder.dialog.getByRole('button', { name: 'Change filter' }).click()
  await expect(builder.dialog).toHaveCount(0)
  await expect(builder.chips).toHaveText(['Policy is Oracle RAC', 'Result at least Warning'])
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('PolicyName=="Oracle RAC";Result>="Warning"')

  await builder.opener(builder.chips.nth(1)).click()
  await expect(builder.operator).toHaveValue('>=')
  await expect(builder.dialog.getByRole('radio', { name: 'Warning' })).toBeChecked()
  await builder.operator.selectOption({ label: 'is' })
  await expect(builder.dialog.getByRole('checkbox', { name: 'Warning' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(builder.chips.nth(1)).toHaveText('Result at least Warning')

  await builder.remove('Policy is Oracle RAC')
  await expect(builder.chips).toHaveText(['Result at least Warning'])
  await expect(page.getByRole('list', { name: 'Filters' })).toBeFocused()
  await builder.remove('Result at least Warning')
  await expect(builder.chips).toHaveCount(0)
  expect(sessions.inAddress('filter')).toBeNull()
  await page.goBack()
  await expect(builder.chips).toHaveText(['Result at least Warning'])
})

test('a filter that is more than conditions is one chip with its text, which opens as text', async ({
  sessions,
  builder,
}) => {
  const filter = 'Result=="Failed",(State=="Working";PolicyName=="Gold DB tier")'
  await sessions.open(link(filter))
  await expect(builder.chips).toHaveCount(1)
  await expect(builder.chips).toHaveText(`Filter: ${filter}`)
  await builder.opener(builder.chips).click()
  await expect(builder.dialog.getByRole('textbox', { name: 'Filter as text' })).toHaveText(filter)
  await builder.dialog.getByRole('button', { name: 'Cancel' }).click()

  await builder.begin('State')
  await builder.dialog.getByRole('checkbox', { name: 'Stopped' }).check()
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect.poll(() => sessions.inAddress('filter')).toBe(`(${filter});State=="Stopped"`)
})
