import { askSessions, askTasks, askTasksOf, beginsWith, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import { askSilentSessions, reasonsOf, vmsOf } from './silent-sessions.ts'

test('a session with a message of its own shows it whole, and copies it', async ({
  context,
  request,
  view,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [session] = await askSessions(request, beginsWith('FailureMessage', 'Line 1'))
  const { uid, failureMessage, policyName } = found(session)
  expect(failureMessage?.split('\r\n').length).toBeGreaterThan(3)
  await view.openBeside(uid)
  await expect(view.title).toHaveText(policyName)
  await expect(view.why).toContainText("the session's own message")
  await expect(view.causes).toHaveCount(1)
  expect(await view.textOf(view.causes).textContent()).toBe(failureMessage)
  expect((await view.textOf(view.causes).innerText()).split('\n')).toHaveLength(4)
  await view.causes.getByRole('button', { name: 'Copy' }).click()
  await expect(view.causes.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await view.copied()).toBe(failureMessage)
})

test('Raw shows Enterprise Manager’s own JSON', async ({ page, context, request, view }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [session] = await askSessions(request, 'Result=="Failed"', 1)
  const { uid } = found(session)
  await view.openBeside(uid)
  const toggle = view.root.getByRole('button', { name: /^Raw/ })
  await expect(toggle).toHaveAttribute('aria-expanded', 'false')
  const asked = page.waitForRequest((each) => each.url().includes('raw=true'))
  await toggle.focus()
  await page.keyboard.press('Enter')
  await asked
  await expect(view.raw).toContainText(uid)
  const params = { type: 'CdpReplicaSession', filter: `Id=="${uid}"`, pageSize: 1, raw: 'true' }
  const own: unknown = await (await request.get('/api/em/query', { params })).json()
  expect(JSON.parse(await view.raw.innerText())).toEqual(own)
  await view.root.getByRole('button', { name: 'Copy JSON' }).click()
  await expect(view.root.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(JSON.parse(await view.copied())).toEqual(own)
  await toggle.click()
  await expect(view.raw).toHaveCount(0)
})

test('Copy for ticket puts all that a colleague needs on the clipboard', async ({
  page,
  context,
  request,
  bff,
  view,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const all = await askSilentSessions(request)
  const { session, failing } = found(
    all.find((silent) => vmsOf(silent.failing).length > 3 && reasonsOf(silent).length === 1),
  )
  await view.openBeside(session.uid)
  await expect(view.causes).toHaveCount(1)
  const cause = (await view.textOf(view.causes).textContent()) ?? ''
  await view.root.getByRole('button', { name: 'Copy for ticket' }).click()
  await expect(view.root.getByRole('button', { name: 'Copied' })).toBeVisible()
  const ticket = (await view.copied()).split('\n')
  const utc = (iso: string | null) => `${iso?.slice(0, 19).replace('T', ' ')} UTC`
  expect(ticket[0]).toBe(`CDP session of ${session.policyName}: Failed`)
  expect(ticket).toContain(`Policy:   ${session.policyName}`)
  expect(ticket).toContain(`Server:   ${session.backupServerName}`)
  expect(ticket).toContain(`Started:  ${utc(session.creationTimeUTC)}`)
  expect(ticket).toContain(`Ended:    ${utc(session.endTimeUTC)}`)
  expect(ticket).toContain(`Session:  ${session.uid}`)
  for (const line of cause.split('\n')) expect(ticket).toContain(`   ${line}`)
  const named = ticket.find((line) => line.startsWith('   VMs: ')) ?? ''
  expect(named.slice('   VMs: '.length).split(', ').toSorted()).toEqual(vmsOf(failing).toSorted())
  const link = ticket.at(-1) ?? ''
  expect(link).toBe(`${bff.url}/sessions/${encodeURIComponent(session.uid)}`)
  await page.goto(link)
  await expect(view.title).toHaveText(session.policyName)
})

test('a session that Enterprise Manager does not have is said so', async ({ view }) => {
  const uid = 'urn:veeam:CdpReplicaSession:00000000-0000-4000-8000-000000000000'
  await view.openPage(uid)
  await expect(view.root.getByRole('status').filter({ hasText: 'no such session' })).toContainText(
    uid,
  )
  await expect(view.root.getByRole('button', { name: 'Copy for ticket' })).toHaveCount(0)
  await expect(view.vms).toHaveCount(0)
})

test('a running session is as well as its VMs are', async ({ request, view }) => {
  const running = await askSessions(request, 'State=="Working"')
  const told = await askTasks(request, 'State=="InProgress";Reason!=""')
  const failed = told
    .filter((task) => task.result === 'Failed')
    .map((task) => task.policySessionUid)
  const failing = found(running.find(({ uid }) => failed.includes(uid)))
  expect(failing.result).toBe('None')
  const tasks = await askTasksOf(request, failing)
  const newest = vmsOf(tasks).map((vm) => found(tasks.find((task) => task.vmDisplayName === vm)))
  const bad = newest.filter(({ result }) => result === 'Failed' || result === 'Warning')
  await view.openBeside(failing.uid)
  await expect(view.fact('Health')).toHaveText('Failed')
  await expect(view.fact('State')).toHaveText('Working')
  await expect(view.fact('Ended')).toHaveText('not yet')
  await expect(view.fact('VMs')).toHaveText(`${bad.length} of ${newest.length} failing`)
  await expect(view.causes.first()).toHaveAttribute('data-tone', 'failed')
  await expect(view.root.getByRole('status').first()).toHaveText(
    `Session of ${failing.policyName}: Failed`,
  )

  const well = await askTasks(request, 'State=="InProgress";Reason==""')
  const succeeding = well.filter((task) => task.result === 'Success')
  const unwell = told.map((task) => task.policySessionUid)
  const fine = found(
    running.find(
      ({ uid }) =>
        !unwell.includes(uid) &&
        succeeding.some(({ policySessionUid }) => policySessionUid === uid),
    ),
  )
  await view.openBeside(fine.uid)
  await expect(view.title).toHaveText(fine.policyName)
  await expect(view.fact('Health')).toHaveText('OK')
  await expect(view.fact('VMs')).toHaveText(/^\d+, none failing$/)
})

test('a session becomes a page of its own, and Back leads to where it was', async ({
  page,
  sessions,
  view,
}) => {
  await sessions.open('?range=all&result=Failed')
  await sessions.rows.nth(1).click()
  const uid = sessions.inAddress('session') ?? ''
  const beside = page.url()
  await expect(view.causes.first()).toBeVisible()
  const policy = await view.title.innerText()
  await view.root.getByRole('button', { name: 'Open as a page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeAttached()
  await expect(view.title).toHaveText(policy)
  await expect(view.title).toBeFocused()
  await expect(sessions.rows).toHaveCount(0)
  expect(new URL(page.url()).pathname).toBe(`/sessions/${encodeURIComponent(uid)}`)
  await view.root.getByRole('button', { name: 'Back' }).click()
  await expect(page).toHaveURL(beside)
  await expect(sessions.rows.first()).toBeVisible()
  await expect(view.title).toHaveText(policy)

  // A page that a link opened has nothing to go back to.
  await page.goto('about:blank')
  await view.openPage(uid)
  await view.root.getByRole('button', { name: 'Back' }).click()
  await expect(sessions.rows.first()).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/sessions')
})
