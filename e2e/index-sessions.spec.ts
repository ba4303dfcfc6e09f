import { askAllSessions, beginsWith, type EmSession } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'

/** Sessions that have ended: whatever is counted among them stays. */
const week = 'from=2026-06-07T00:00:00Z&to=2026-06-14T00:00:00Z'
const inWeek = 'CreationTimeUTC>="2026-06-07T00:00:00Z";CreationTimeUTC<"2026-06-14T00:00:00Z"'

const uidsOf = (rows: readonly EmSession[]) => rows.map(({ uid }) => uid)

test('counts what Enterprise Manager has, and each facet narrows to what it counted', async ({
  request,
  sessions,
}) => {
  const all = await askAllSessions(request, inWeek)
  await sessions.open(`?${week}`)
  await expect(sessions.total).toHaveText(`${sessions.number(all.length)} sessions`)
  const facets = [
    { list: 'Health', choice: 'OK', is: (row: EmSession) => row.result === 'Success' },
    { list: 'Result', choice: 'Failed', is: (row: EmSession) => row.result === 'Failed' },
    { list: 'State', choice: 'Stopped', is: (row: EmSession) => row.state === 'Stopped' },
    {
      list: 'Backup server',
      choice: 'vbr-nord.lab',
      is: (row: EmSession) => row.backupServerName === 'vbr-nord.lab',
    },
  ]
  for (const { list, choice, is } of facets) {
    await test.step(`${list}: ${choice}`, async () => {
      const matching = all.filter(is)
      const count = sessions.number(matching.length)
      const box = sessions.choice(list, `${choice} ${count}`)
      await box.check()
      const of = matching.length === all.length ? '' : ` of ${sessions.number(all.length)}`
      await expect(sessions.total).toHaveText(`${count}${of} sessions`)
      await sessions.settled()
      expect(uidsOf(matching)).toEqual(expect.arrayContaining(await sessions.uids()))
      await expect(sessions.foot).toContainText(`${count} session`)
      await sessions.choice(list, choice).first().uncheck()
      await expect(sessions.total).toHaveText(`${sessions.number(all.length)} sessions`)
    })
  }
})

test('asks for a choice from the moment that it is pressed, and only once', async ({
  page,
  sessions,
}) => {
  await sessions.open(`?${week}`)
  await sessions.settled()
  const asked: URL[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname === '/api/sessions') asked.push(url)
  })
  const failed = sessions.choice('Health', /^Failed/)
  // With the next minute another question begins.
  await page.waitForFunction(() => Date.now() % 60_000 < 50_000)
  await failed.hover()
  expect(asked).toEqual([])
  const answered = page.waitForResponse(/\/api\/sessions\?.*health=failed/)
  await page.mouse.down()
  await answered
  await expect(failed).not.toBeChecked()
  await page.mouse.up()
  await expect(failed).toBeChecked()
  await sessions.settled()
  await expect(sessions.total).toHaveText(/ of /)
  expect(asked.map(({ searchParams }) => searchParams.getAll('health'))).toEqual([['failed']])
})

test('a policy that is not among the most frequent is found by its name', async ({
  page,
  request,
  sessions,
}) => {
  const all = await askAllSessions(request, `${inWeek};PolicyName=="Branch Århus"`)
  expect(all.length).toBeGreaterThan(0)
  await sessions.open(`?${week}`)
  const line = sessions.choice('Policy', `Branch Århus ${all.length}`)
  await expect(line).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find policy' }).fill('århus')
  await line.check()
  await expect(sessions.total).toHaveText(new RegExp(`^${all.length} of`))
  expect(await sessions.uids()).toEqual(uidsOf(all))
})

test('values of one facet add up, facets narrow each other, and Back undoes them one by one', async ({
  request,
  sessions,
  page,
}) => {
  const all = await askAllSessions(request, `${inWeek};BackupServerName=="vbr-02.lab"`)
  const count = (...results: string[]) =>
    all.filter(({ result }) => results.includes(result)).length
  await sessions.open(`?${week}`)
  await sessions.choice('Backup server', /^vbr-02.lab/).check()
  await sessions.choice('Result', /^Failed/).check()
  const totalIs = (number: number) =>
    expect(sessions.total).toHaveText(new RegExp(`^${sessions.number(number)} of`))
  await totalIs(count('Failed'))
  const warning = page.getByRole('list', { name: 'Result' }).getByText(/^Warning/)
  await expect(warning.locator('xpath=ancestor::label')).toContainText(
    sessions.number(count('Warning')),
  )
  await sessions.choice('Result', /^Warning/).check()
  await totalIs(count('Failed', 'Warning'))
  await page.goBack()
  await totalIs(count('Failed'))
  await expect(sessions.choice('Result', /^Warning/)).not.toBeChecked()
  await page.goBack()
  await totalIs(all.length)
  await page.goForward()
  await totalIs(count('Failed'))
  await expect(sessions.choice('Result', /^Failed/)).toBeChecked()
})

test('Shift and a click add keys to the sort, turn them round and take them out', async ({
  page,
  sessions,
}) => {
  await sessions.open(`?${week}`)
  const shift = { modifiers: ['Shift' as const] }
  const steps = [
    { click: 'Server', with: {}, sort: 'backupServerName' },
    { click: 'Policy', with: shift, sort: 'backupServerName,policyName' },
    { click: 'Started', with: shift, sort: 'backupServerName,policyName,-creationTimeUTC' },
    { click: 'Started', with: shift, sort: 'backupServerName,policyName,creationTimeUTC' },
  ]
  for (const step of steps) {
    await sessions.heading(step.click).getByRole('button').click(step.with)
    await expect.poll(() => sessions.inAddress('sort')).toBe(step.sort)
  }
  await sessions.settled()
  await expect(sessions.heading('Started')).toHaveAttribute('aria-sort', 'ascending')
  await expect(sessions.heading('Started')).toContainText('3')
  const servers = await sessions.column('server').allInnerTexts()
  const policies = await sessions.column('policy').allInnerTexts()
  const starts = await sessions
    .column('started')
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  const keys = servers.map((server, row) => [server, policies[row], starts[row]].join('\n'))
  expect(new Set(policies).size).toBeGreaterThan(2)
  expect(keys).toEqual(keys.toSorted())

  await sessions.heading('Started').getByRole('button').click(shift)
  await expect.poll(() => sessions.inAddress('sort')).toBe('backupServerName,policyName')
  await page.goBack()
  await expect(sessions.heading('Started')).toHaveAttribute('aria-sort', 'ascending')
})

test('a copied link shows the same, the open session too', async ({ page, context, sessions }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await sessions.open(`?${week}`)
  await sessions.choice('Health', /^Failed/).check()
  await sessions.heading('Policy').getByRole('button').click()
  await expect.poll(() => sessions.inAddress('sort')).toBe('policyName')
  await sessions.search.fill('lab')
  await expect.poll(() => sessions.inAddress('q')).toBe('lab')
  await sessions.settled()
  await sessions.rows.nth(3).click()
  await expect(sessions.drawer.getByRole('heading', { level: 2 })).not.toHaveText('Session')
  const seen = async () => ({
    uids: (await sessions.uids()).slice(0, 12),
    total: await sessions.total.innerText(),
    open: await sessions.drawer.getByRole('heading', { level: 2 }).innerText(),
  })
  const before = await seen()
  await page.getByRole('toolbar').getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('about:blank')
  await page.goto(link)
  await expect.poll(seen).toEqual(before)
})

test('the end of the list is the oldest session, and the count is true all the way', async ({
  request,
  sessions,
}) => {
  // What is older Enterprise Manager forgets meanwhile, and the index does not.
  const filter = 'CreationTimeUTC>="2026-05-20T00:00:00Z";CreationTimeUTC<"2026-06-14T00:00:00Z"'
  const all = await askAllSessions(request, filter)
  const oldest = all.at(-1)?.uid ?? ''
  await sessions.open('?from=2026-05-20T00:00:00Z&to=2026-06-14T00:00:00Z')
  const rows = String(all.length + 1)
  await expect(sessions.table).toHaveAttribute('aria-rowcount', rows)
  await sessions.scrollToEnd()
  await expect(sessions.rows.last()).toHaveAttribute('aria-rowindex', rows)
  await expect(sessions.rows.last()).toHaveAttribute('data-uid', oldest)
  await expect(sessions.table).toHaveAttribute('aria-rowcount', rows)
  await expect(sessions.foot).toContainText(`${sessions.number(all.length)} sessions`)
  expect(await sessions.rows.count()).toBeLessThan(80)
})

test('opening and closing a row leaves the table where it was', async ({ page, sessions }) => {
  await sessions.open('?range=all')
  await sessions.table.hover()
  await page.mouse.wheel(0, 9000)
  await expect.poll(() => sessions.scrolledBy()).toBeGreaterThan(8000)
  await sessions.settled()
  const place = await sessions.scrolledBy()
  const row = sessions.rows.nth(14)
  const uid = (await row.getAttribute('data-uid')) ?? ''
  await row.click()
  await expect(sessions.drawer).toBeVisible()
  await expect(sessions.table.locator(`tr[data-uid="${uid}"]`)).toBeInViewport()
  expect(await sessions.scrolledBy()).toBe(place)
  await page.keyboard.press('Escape')
  await expect(sessions.drawer).toHaveCount(0)
  expect(await sessions.scrolledBy()).toBe(place)
})

test('the filter language finds in the index what it finds in Enterprise Manager', async ({
  request,
  sessions,
}) => {
  const filter = `${beginsWith('PolicyName', 'Oracle')};Result!="Success";${inWeek}`
  const expected = uidsOf(await askAllSessions(request, filter))
  expect(expected.length).toBeGreaterThan(1)
  await sessions.open(`?range=all&filter=${encodeURIComponent(filter)}`)
  await expect(sessions.total).toHaveText(new RegExp(`^${expected.length} of`))
  expect(await sessions.uids()).toEqual(expected)
})
