import { askSessions, askTasksOf, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import { askSilentSessions, causesOf, vmsOf } from './silent-sessions.ts'

/** Names as the table sorts them: `sql-2` before `sql-10`. */
const byName = (names: string[]) =>
  names.toSorted(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare)

test('the table of VMs: failing first, found by name or reason, sorted, earlier tasks on demand', async ({
  page,
  request,
  view,
}) => {
  const all = await askSilentSessions(request)
  const { session } = found(
    all.find(({ failing }) => vmsOf(failing).length > 10 && failing.length > 40),
  )
  const tasks = await askTasksOf(request, session)
  const names = byName(vmsOf(tasks))
  await view.openPage(session.uid)
  await expect(view.vmLines).toHaveCount(names.length)
  await expect(view.vms).toContainText(`${names.length} · failing first`)
  const ranks = ['Failed', 'Warning', 'Working', 'OK']
  const results = await view.cell(view.vmLines, 'result').allInnerTexts()
  const order = results.map((word) => ranks.indexOf(word))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)

  const shownNames = () =>
    view.vmLines.locator('td[data-column="vm"] button[title]').allInnerTexts()
  await view.heading('VM').getByRole('button').click()
  await expect(view.heading('VM')).toHaveAttribute('aria-sort', 'ascending')
  expect(await shownNames()).toEqual(names)
  await view.heading('VM').getByRole('button').click()
  await expect(view.heading('VM')).toHaveAttribute('aria-sort', 'descending')
  expect(await shownNames()).toEqual(names.toReversed())
  await view.heading('Started').getByRole('button').click()
  const started = await view
    .cell(view.vmLines, 'started')
    .locator('time')
    .evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute('datetime') ?? '')))
  expect(started).toHaveLength(names.length)
  expect(started).toEqual(started.toSorted((a, b) => b - a))

  const search = view.vms.getByRole('searchbox', { name: 'Filter VMs by name or reason' })
  const name = names.at(-1) ?? ''
  await search.fill(name.toUpperCase())
  await expect(view.vmLines).toHaveCount(1)
  await expect(view.vms).toContainText(`1 of ${names.length}`)
  const ofVm = tasks.filter((task) => task.vmDisplayName === name)
  await view.vmLines.getByRole('button', { name: `+${ofVm.length - 1} earlier` }).click()
  await expect(view.vmLines).toHaveCount(ofVm.length)
  const times = await view
    .cell(view.vmLines, 'started')
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')))
  expect(times).toEqual(ofVm.map((task) => task.creationTimeUTC))
  await view.vmLines.getByRole('button', { name, exact: true }).click()
  await expect(view.vmTable).toContainText(ofVm[0]?.uid ?? '?')

  await search.fill('no such machine')
  await expect(view.vms).toContainText('No VM has “no such machine” in its name or its reasons.')
  await view.vms.getByRole('button', { name: `Show all ${names.length}` }).click()
  await expect(search).toHaveValue('')
  await expect(view.vmLines.first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a reason that only an earlier task gave is found, and shown unasked', async ({
  request,
  view,
}) => {
  const all = await askSilentSessions(request)
  const { session, failing } = found(all.find((silent) => causesOf(silent).length > 2))
  const tasks = await askTasksOf(request, session)
  const newestOf = (vm: string) => found(tasks.find((task) => task.vmDisplayName === vm))
  const earlier = found(
    failing.find(({ vmDisplayName, reason }) => newestOf(vmDisplayName).reason !== reason),
  )
  const needle = earlier.reason?.trim() ?? ''
  await view.openPage(session.uid)
  await expect(view.vmLines.first()).toBeVisible()
  await expect(view.vmTable.locator('tr[data-kind="other"]')).toHaveCount(0)
  await view.vms.getByRole('searchbox').fill(needle)
  const earlierLines = view.vmTable.locator('tr[data-kind="other"]')
  await expect(earlierLines.filter({ hasText: needle.slice(0, 40) }).first()).toBeVisible()
})

test.describe('where Enterprise Manager fails', () => {
  test.use({ allowedProblems: [/Failed to load resource/] })
  const fault = { count: 1000, kind: '500', path: 'CdpReplicaTaskSession' } as const

  test('the head stays while the VMs fail, both say so, and Refresh mends it', async ({
    playwright,
    startOwn,
    view,
  }) => {
    const { simulator, bff } = await startOwn()
    const request = await playwright.request.newContext({ baseURL: bff.url })
    const filter = 'State=="Stopped";Result=="Failed"'
    const told = found((await askSessions(request, `${filter};FailureMessage!=""`, 1))[0])
    const silent = found((await askSessions(request, `${filter};FailureMessage==""`, 1))[0])
    await request.dispose()
    await simulator.control.fail(fault)

    await view.openPage(told.uid, bff.url)
    await expect(view.vms.getByRole('alert')).toContainText('Enterprise Manager failed')
    await expect(view.title).toHaveText(told.policyName)
    await expect(view.fact('Health')).toHaveText('Failed')
    await expect(view.fact('VMs')).toHaveText(/^\d+ failing, the others not kept$/)
    expect(await view.textOf(view.causes).textContent()).toBe(told.failureMessage?.trim())
    await view.openPage(silent.uid, bff.url)
    await expect(view.vms.getByRole('alert')).toContainText('Enterprise Manager failed')
    await expect(view.causes.first()).toBeVisible()

    await simulator.control.endFaults()
    await view.refresh.click()
    await expect(view.vmLines.first()).toBeVisible()
    await expect(view.root.getByRole('alert')).toHaveCount(0)
    await expect(view.fact('VMs')).toHaveText(/ of \d+ failing$/)
    await expect(view.causes.first()).toBeVisible()
    const lines = await view.vmLines.count()

    await simulator.control.fail(fault)
    await view.refresh.click()
    const stale = view.vms.getByRole('alert').filter({ hasText: 'Not refreshed' })
    await expect(stale).toContainText('What is shown is the last answer.')
    await expect(view.vmLines).toHaveCount(lines)
    await simulator.control.endFaults()
    await stale.getByRole('button', { name: 'Try again' }).click()
    await expect(stale).toHaveCount(0)
    await expect(view.vmLines).toHaveCount(lines)
  })
})

test('a session of hundreds of VMs scrolls in its table and stays small in the document', async ({
  page,
  playwright,
  startOwn,
  view,
}) => {
  const { bff } = await startOwn({ simulator: { policies: 5, vms: 400, days: 3 } })
  const request = await playwright.request.newContext({ baseURL: bff.url })
  const sessions = await askSessions(request, 'State=="Stopped"', 5)
  const counts = await Promise.all(
    sessions.map(async (session) => ({ session, vms: vmsOf(await askTasksOf(request, session)) })),
  )
  await request.dispose()
  const { session, vms } = found(counts.toSorted((a, b) => b.vms.length - a.vms.length)[0])
  expect(vms.length).toBeGreaterThan(400)
  const names = byName(vms)

  await view.openPage(session.uid, bff.url)
  await view.heading('VM').getByRole('button').click()
  await expect(view.vmTable).toHaveAttribute('aria-rowcount', String(vms.length + 1))
  const first = page.getByTitle(names[0] ?? '', { exact: true })
  const last = page.getByTitle(names.at(-1) ?? '', { exact: true })
  await expect(first).toBeVisible()
  await expect(last).toHaveCount(0)
  const inDocument = () => page.locator('*').count()
  const before = await inDocument()
  expect(await view.vmLines.count()).toBeLessThan(60)

  await view.scrollVmsToEnd()
  await expect(last).toBeInViewport()
  await expect(view.heading('VM')).toBeInViewport()
  await expect(first).toHaveCount(0)
  expect(await view.vmLines.count()).toBeLessThan(60)
  expect(await inDocument()).toBeLessThan(1.5 * before)
  await last.click()
  await expect(view.vmTable.locator('dl')).toContainText('urn:veeam:CdpReplicaTaskSession:')

  await view.vms.getByRole('searchbox').fill(names[200] ?? '')
  await expect(view.vms).toContainText(`1 of ${vms.length}`)
  await expect(view.vmLines).toHaveCount(1)
})
