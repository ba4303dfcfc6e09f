import type { Page } from '@playwright/test'
import { askSessions, askTasks, beginsWith, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import {
  askSilentSessions,
  causesOf,
  distinct,
  reasonsOf,
  vmsOf,
  withoutNumbers,
} from './silent-sessions.ts'

/** Fails the test where a text of Enterprise Manager runs. */
function watchDialogs(page: Page): string[] {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  return said
}

test('one reason of several VMs is said once, with all of them', async ({ request, view }) => {
  const all = await askSilentSessions(request)
  const { session, failing } = found(
    all.find((silent) => vmsOf(silent.failing).length > 8 && reasonsOf(silent).length === 1),
  )
  const vms = vmsOf(failing)
  await view.openBeside(session.uid)
  await expect(view.why).toContainText('the session has no message of its own')
  await expect(view.causes).toHaveCount(1)
  await expect(view.causes).toContainText(`${vms.length} VMs · `)
  const text = (await view.textOf(view.causes).textContent()) ?? ''
  expect(failing.map((task) => task.reason?.trim())).toContain(text)
  await view.causes.getByRole('button', { name: `${vms.length - 8} more` }).click()
  for (const vm of vms)
    await expect(view.causes.getByText(vm, { exact: true }).last()).toBeVisible()
  const own = found(failing.find((task) => task.reason?.trim() === text))
  await expect(
    view.textOf(view.causes).locator('mark', { hasText: own.vmDisplayName }),
  ).not.toHaveCount(0)
})

test('reasons that differ in numbers are one cause, each text on demand', async ({
  request,
  view,
}) => {
  const all = await askSilentSessions(request)
  const silent = found(
    all.find((silent) => reasonsOf(silent).length > 4 && causesOf(silent).length === 1),
  )
  const { session, failing } = silent
  const texts = reasonsOf(silent)
  await view.openBeside(session.uid)
  await expect(view.causes).toHaveCount(1)
  await expect(view.causes).toContainText(`${vmsOf(failing).length} VMs · `)
  const more = view.causes.getByRole('button', {
    name: `${texts.length - 1} more texts that differ only in names or numbers`,
  })
  await more.click()
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  const alike = view.causes.getByRole('listitem')
  await expect(alike).toHaveCount(texts.length - 1)
  const shown = await view.causes.locator('[data-shown]').allTextContents()
  const reasons = failing.map((task) => task.reason?.trim())
  expect(distinct(shown)).toHaveLength(texts.length)
  for (const text of shown) expect(reasons).toContain(text)
})

test('different causes stand apart, what presses most first', async ({ request, view }) => {
  const all = await askSilentSessions(request)
  const { session, failing } = found(all.find((silent) => causesOf(silent).length > 2))
  await view.openBeside(session.uid)
  await expect(view.causes.nth(2)).toBeVisible()
  const ranks = ['failed', 'warning', 'unknown', 'earlier', 'recovered']
  const tones = await view.causes.evaluateAll((cards) =>
    cards.map((card) => card.getAttribute('data-tone')),
  )
  const order = tones.map((tone) => ranks.indexOf(tone ?? ''))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const shown = (await view.causes.locator('[data-shown]').allTextContents()).map(withoutNumbers)
  const beginnings = distinct(
    failing.map(({ reason }) => withoutNumbers(reason ?? '').slice(0, 20)),
  )
  for (const beginning of beginnings) {
    expect(shown.some((text) => text.startsWith(beginning))).toBe(true)
  }
})

test('beside a message of its own stands what its VMs say, with the way to each cause', async ({
  failures,
  request,
  view,
}) => {
  const message = beginsWith('FailureMessage', 'Policy session finished')
  const sessions = await askSessions(request, message, 25)
  const ofThem = sessions.map(({ uid }) => `PolicySessionUid=="${uid}"`).join()
  const tasks = await askTasks(request, `Reason!="";(${ofThem})`)
  const { uid, failureMessage } = found(
    sessions.find((session) => tasks.some((task) => task.policySessionUid === session.uid)),
  )
  const reasons = tasks.filter((task) => task.policySessionUid === uid).map(({ reason }) => reason)
  await view.openBeside(uid)
  await expect(view.why).toContainText('what its VMs say')
  expect(await view.textOf(view.causes.nth(0)).textContent()).toBe(failureMessage)
  const beside = view.causes.nth(1)
  const shown = (await view.textOf(beside).textContent()) ?? ''
  expect(reasons).toContain(shown)
  await beside.getByRole('link').click()
  await expect(failures.cause).toBeVisible()
  await expect(failures.part('Sessions').locator(`tr[data-uid="${uid}"]`)).toBeVisible()
})

test('a text of ten thousand characters is folded, and shown whole on demand', async ({
  request,
  view,
}) => {
  const tasks = await askTasks(request, beginsWith('Reason', 'Unhandled exception'))
  const ids = distinct(tasks.map((task) => task.policySessionUid)).map((uid) => `Id=="${uid}"`)
  const [session] = await askSessions(
    request,
    `State=="Stopped";FailureMessage=="";(${ids.join()})`,
  )
  const { uid } = found(session)
  await view.openBeside(uid)
  const cause = view.causes.filter({ hasText: 'Unhandled exception' }).first()
  const text = view.textOf(cause)
  await expect(text).toHaveAttribute('data-shown', 'folded')
  const reason = (await text.textContent()) ?? ''
  expect(reason.length).toBeGreaterThan(10_000)
  expect(tasks.map((task) => task.reason)).toContain(reason)
  const folded = (await text.boundingBox())?.height ?? 0
  expect(folded).toBeLessThan(400)
  const count = String(reason.length).replace(/(\d)(\d{3})$/, '$1\u00a0$2')
  await cause
    .getByRole('button', { name: `Show all (${count} characters)` })
    .first()
    .click()
  await expect(text).toHaveAttribute('data-shown', 'whole')
  expect((await text.boundingBox())?.height ?? 0).toBeGreaterThan(5 * folded)
  await cause.getByRole('button', { name: 'Show less' }).click()
  await expect(text).toHaveAttribute('data-shown', 'folded')
})

test('texts that hold markup, other directions or several lines are only ever text', async ({
  page,
  request,
  view,
}) => {
  const said = watchDialogs(page)
  for (const start of ['<script>', 'فشل', '=HYPERLINK', 'Line 1:']) {
    await test.step(start, async () => {
      const tasks = await askTasks(request, beginsWith('Reason', start))
      const ids = distinct(tasks.map((task) => task.policySessionUid)).map((id) => `Id=="${id}"`)
      const filter = `State=="Stopped";FailureMessage=="";(${ids.join()})`
      const { uid } = found((await askSessions(request, filter, 1))[0])
      await view.openPage(uid)
      const cause = view.causes.filter({ hasText: start }).first()
      const text = view.textOf(cause)
      const shown = (await text.textContent()) ?? ''
      expect(tasks.map((task) => task.reason)).toContain(shown)
      await expect(text).toHaveCSS('direction', start === 'فشل' ? 'rtl' : 'ltr')
      expect(await text.locator(':not(mark)').count()).toBe(0)
      expect(await view.root.locator('script, img').count()).toBe(0)
      // A cause has one link, to its group; none comes of its text.
      const links = view.why.or(view.vms).locator('a:not([href*="/failures/"])')
      expect(await links.count()).toBe(0)

      await view.vms.getByRole('searchbox').fill(start)
      const line = view.vmLines.filter({ hasText: start }).first()
      await expect(view.cell(line, 'reason').locator('*')).toHaveCount(1)
      await view.cell(line, 'reason').getByRole('button').click()
      const detail = view.vmTable.locator('[data-shown]').first()
      await expect(detail).toBeVisible()
      expect(await detail.locator(':not(mark)').count()).toBe(0)
    })
  }
  expect(said).toEqual([])
})
