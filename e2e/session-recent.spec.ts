import { askSessions, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import type { SessionView } from './pages/session-view.ts'

/** The UID that a mark of the strip leads to. */
async function uidOf(mark: ReturnType<SessionView['marks']['nth']>): Promise<string> {
  const link = (await mark.getAttribute('href')) ?? ''
  return decodeURIComponent(link.slice(link.lastIndexOf('/') + 1))
}

test('shows the thirty sessions of its policy around it, each a mark that leads there', async ({
  request,
  sessions,
  view,
}) => {
  const [session] = await askSessions(request, 'PolicyName=="SharePoint"', 1)
  const own = await askSessions(request, 'PolicyName=="SharePoint"', 30)
  await view.openBeside(found(session).uid)
  await expect(view.marks).toHaveCount(own.length)
  await expect(view.recent).toContainText(`${own.length} sessions of its policy`)
  await expect(view.marks.last()).toHaveAttribute('aria-current', 'true')
  expect(await uidOf(view.marks.first())).toBe(own.at(-1)?.uid)
  const failed = view.marks.and(view.root.locator('[data-health="failed"]')).last()
  await expect(failed).toHaveAccessibleName(/: Failed$/)
  const uid = await uidOf(failed)
  await failed.click()
  await expect.poll(() => sessions.inAddress('session')).toBe(uid)
  await expect(view.fact('Health')).toHaveText('Failed')
  await expect(view.title).toHaveText('SharePoint')
})

test('buttons and arrow keys walk through them; the table stays where it is', async ({
  page,
  request,
  sessions,
  view,
}) => {
  const own = await askSessions(request, 'PolicyName=="SAP prod"', 30)
  await sessions.open(`?range=all&session=${encodeURIComponent(own[1]?.uid ?? '')}`)
  await view.marks.first().waitFor()
  await sessions.table.hover()
  await page.mouse.wheel(0, 4000)
  await expect.poll(() => sessions.scrolledBy()).toBeGreaterThan(3000)
  await sessions.settled()
  const place = await sessions.scrolledBy()
  const shown = await sessions.uids()

  const isOpen = async (at: number) => {
    await expect.poll(() => sessions.inAddress('session')).toBe(own[at]?.uid)
    const current = view.marks.and(page.locator('[aria-current="true"]'))
    await expect.poll(() => uidOf(current)).toBe(own[at]?.uid)
  }
  await isOpen(1)
  await view.newer.click()
  await isOpen(0)
  await expect(view.newer).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('ArrowLeft')
  await isOpen(0)
  await page.keyboard.press('ArrowRight')
  await isOpen(1)
  await view.older.click()
  await isOpen(2)
  await page.keyboard.press('ArrowLeft')
  await isOpen(1)
  expect(await sessions.scrolledBy()).toBe(place)
  expect(await sessions.uids()).toEqual(shown)
  await page.goBack()
  await isOpen(2)
})

test('a session that Enterprise Manager has forgotten is shown from the index, and says so', async ({
  playwright,
  sessions,
  startOwn,
  view,
}) => {
  const { simulator, bff } = await startOwn({
    simulator: { days: 5, policies: 10 },
    bff: { EM_POLL_SECONDS: '5' },
  })
  const request = await playwright.request.newContext({ baseURL: bff.url })
  const filter = 'CreationTimeUTC<"2026-06-12T12:00:00Z";Result=="Failed"'
  const old = found((await askSessions(request, filter, 1))[0])
  await simulator.control.advanceClock(4 * 86_400)
  await expect.poll(() => askSessions(request, `Id=="${old.uid}"`, 1)).toEqual([])
  await request.dispose()

  await view.openPage(old.uid, bff.url)
  const notice = view.root.getByRole('status').filter({ hasText: 'no longer has this session' })
  await expect(notice).toContainText('What is shown is what CDP Watch’s index has of it')
  await expect(view.title).toHaveText(old.policyName)
  await expect(view.fact('Health')).toHaveText('Failed')
  await expect(view.causes.first()).toBeVisible()
  await expect(view.vms).toContainText('the index keeps only the VMs that did not end well')

  await sessions.open('?from=2026-06-01T00:00:00Z&to=2026-06-13T00:00:00Z', bff.url)
  await expect(sessions.table.locator(`tr[data-uid="${old.uid}"]`)).toBeVisible()
})
