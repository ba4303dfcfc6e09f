import { expect, test } from './page-fixtures.ts'

test.use({ timezoneId: 'Europe/Berlin' })

test('a value that is none is said at its input, and nothing is added', async ({
  page,
  sessions,
  builder,
}) => {
  const started = 'Started, date and time'
  const cases = [
    [
      'CreationTimeUTC',
      started,
      'yesterday',
      'Started needs a date and time, such as 2026-06-15 06:00.',
    ],
    [
      'CreationTimeUTC',
      started,
      '2026-02-30 06:00',
      'There is no 2026-02-30 06:00:00 on the clocks of your time zone.',
    ],
    [
      'CreationTimeUTC',
      started,
      '2026-03-29 02:30',
      'There is no 2026-03-29 02:30:00 on the clocks of your time zone.',
    ],
    ['Id', 'Session id', ' ', 'Type a value for Session id.'],
    ['PolicyName', 'Policy', '', 'Type a value for Policy.'],
  ] as const
  await sessions.open('?range=all')
  for (const [field, label, typed, said] of cases) {
    await test.step(`${field} “${typed}”`, async () => {
      await builder.begin(field)
      const input = builder.value(label)
      await input.fill(typed)
      await expect(builder.problem).toHaveCount(0)
      await page.keyboard.press('Enter')
      await expect(builder.problem).toHaveText(said)
      await expect(input).toBeFocused()
      await expect(input).toHaveAttribute('aria-invalid', 'true')
      await expect(input).toHaveAccessibleDescription(said)
      await page.keyboard.press('Escape')
      await expect(builder.dialog).toHaveCount(0)
    })
  }
  await builder.begin('Result')
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect(builder.problem).toHaveText('Choose at least one value.')
  await builder.dialog.getByRole('checkbox', { name: 'Failed' }).check()
  await expect(builder.problem).toHaveCount(0)

  await page.keyboard.press('Escape')

  await expect(builder.chips).toHaveCount(0)
  expect(sessions.inAddress('filter')).toBeNull()

  // What an id looks like is Enterprise Manager's: it has none like a number.
  await builder.begin('Id')
  await builder.value('Session id').fill(' 12 ')
  await page.keyboard.press('Enter')
  await expect.poll(() => sessions.inAddress('filter')).toBe('Id=="12"')
  await expect(page.getByRole('status').filter({ hasText: 'No sessions match' })).toBeVisible()
})

test('a time is typed in the chosen zone and asked for in UTC', async ({
  page,
  sessions,
  builder,
}) => {
  const input = builder.value('Started, date and time')
  await sessions.open('?range=all')
  await builder.begin('CreationTimeUTC')
  await builder.operator.selectOption({ label: 'before' })
  await input.fill('2026-01-15 06:30')
  await expect(builder.dialog.getByText('UTC+1', { exact: true })).toBeVisible()
  await input.fill('2026-06-10 06:30')
  await expect(builder.dialog.getByText('UTC+2', { exact: true })).toBeVisible()
  await input.press('Enter')
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('CreationTimeUTC<"2026-06-10T04:30:00Z"')
  await expect(builder.chips).toHaveText(['Started before 10 Jun 2026 06:30:00'])
  await sessions.settled()
  const newest = await sessions.column('started').first().locator('time').getAttribute('datetime')
  expect(Date.parse(newest ?? '')).toBeLessThan(Date.parse('2026-06-10T04:30:00Z'))

  await page.getByRole('button', { name: 'Time zone: UTC+2' }).click()
  await page.getByRole('menuitem', { name: 'UTC', exact: true }).click()
  await expect(builder.chips).toHaveText(['Started before 10 Jun 2026 04:30:00'])
  await builder.opener(builder.chips).click()
  await expect(input).toHaveValue('2026-06-10 04:30:00')
  await input.fill('2026-06-10 06:30')
  await input.press('Enter')
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('CreationTimeUTC<"2026-06-10T06:30:00Z"')

  await builder.opener(builder.chips).click()
  await input.fill('2026-06-10T06:30:00.25+05:30')
  await input.press('Enter')
  await expect
    .poll(() => sessions.inAddress('filter'))
    .toBe('CreationTimeUTC<"2026-06-10T01:00:00.25Z"')
})

test('a day is taken from the calendar', async ({ page, sessions, builder }) => {
  await sessions.open('?range=all')
  await builder.begin('EndTimeUTC')
  const input = builder.value('Ended, date and time')
  await input.fill('2026-05-31 22:15')
  await builder.dialog.getByRole('button', { name: '20 May 2026' }).click()
  await expect(input).toHaveValue('2026-05-20 22:15')
  await builder.dialog.getByRole('button', { name: 'Add filter' }).click()
  await expect.poll(() => sessions.inAddress('filter')).toBe('EndTimeUTC>="2026-05-20T20:15:00Z"')
  await expect(page.getByRole('button', { name: /^Remove filter Ended/ })).toBeVisible()
})

test('offers the names of policies and backup servers', async ({
  page,
  request,
  sessions,
  builder,
}) => {
  const answer = await request.get('/api/em/query?type=CdpPolicy&pageSize=1000')
  const policies: string[] = (await answer.json()).items.map((each: { name: string }) => each.name)
  const matching = [...new Set(policies)].filter((name) => name.toLowerCase().includes('oracle'))
  expect(matching.length).toBeGreaterThan(1)

  await sessions.open('?range=all')
  await builder.begin('PolicyName')
  await expect(builder.offered('Policy').first()).toBeVisible()
  await expect(builder.dialog).toContainText('more: type to find them')
  await page.keyboard.type('ORACLE')
  await expect
    .poll(async () => (await builder.offered('Policy').allTextContents()).toSorted())
    .toEqual(matching.toSorted())
  const first = await builder.offered('Policy').first().innerText()
  await page.keyboard.press('ArrowDown')
  await expect(builder.offered('Policy').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(builder.chosen).toHaveText([first])
  await expect(builder.value('Policy')).toHaveValue('')
  await page.keyboard.press('Enter')
  await expect.poll(() => sessions.inAddress('filter')).toBe(`PolicyName=="${first}"`)

  await builder.begin('BackupServerName')
  await expect(builder.offered('Backup server').first()).toHaveText(/^vbr-/)
})
