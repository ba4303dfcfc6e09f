import { found } from './ask-em.ts'
import { askFailures, usualFrom } from './ask-failures.ts'
import { expect, test } from './page-fixtures.ts'

test('a cause tells what its row does: counts, VMs, texts, policies and sessions', async ({
  failures,
  request,
  simulator,
}) => {
  const { items } = await askFailures(request, { from: usualFrom(simulator.clockOffsetMs) })
  const { id, template, counts } = found(
    items.find((each) => each.counts.vms > 12 && each.counts.sessions > 10),
  )
  await failures.openCause(id)
  await expect(failures.cause.getByRole('heading', { level: 2 })).toHaveText(template)
  await expect(failures.fact('Sessions')).toHaveText(String(counts.sessions))
  await expect(failures.fact('VMs')).toHaveText(String(counts.vms))
  await expect(failures.fact('Policies')).toHaveText(String(counts.policies))
  await expect(failures.part('Sessions by day').getByRole('img')).toHaveAccessibleName(/at most \d/)
  const sessions = failures.part('Sessions')
  await expect(sessions).toContainText(`the newest of ${counts.sessions}`)
  await expect(sessions.locator('tr[data-uid]')).toHaveCount(10)
  const vms = failures.part('VMs')
  await expect(vms.locator('tr[data-vm]')).toHaveCount(12)
  await vms.getByRole('button', { name: /^Show / }).click()
  await expect(vms.locator('tr[data-vm]')).toHaveCount(Math.min(200, counts.vms))
  const texts = failures.part('Texts')
  await expect(texts.locator('[data-shown]').first()).not.toHaveText('')
  await expect(texts.locator('mark').first()).not.toHaveText(/‹/)
  await expect(failures.part('Policies')).toContainText(/\d+ of \d+ recovered/)
})

test('a cause that no session of the range has says so, and shows all of it', async ({
  failures,
  page,
  request,
}) => {
  const all = await askFailures(request, { from: '1970-01-01T00:00:00Z' })
  const { id, counts } = found(
    all.items.find(({ lastSeenUTC }) => lastSeenUTC < '2026-06-13T00:00:00Z'),
  )
  await failures.openCause(id, '?range=24h')
  const notice = page.getByRole('status').filter({ hasText: 'No session in this range has it' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy for ticket' })).toHaveCount(0)
  await notice.getByRole('button', { name: 'Show all that is kept' }).click()
  await expect.poll(() => failures.inAddress('range')).toBe('all')
  await expect(failures.fact('Sessions')).toHaveText(String(counts.sessions))
})

test('a cause leads to all its sessions, where its template names the filter', async ({
  failures,
  page,
  request,
  sessions,
  simulator,
}) => {
  const { items } = await askFailures(request, { from: usualFrom(simulator.clockOffsetMs) })
  const { id, template, counts } = found(items.find((each) => each.counts.sessions > 10))
  await failures.openCause(id)
  await failures.part('Sessions').getByRole('link', { name: 'All in Sessions' }).click()
  await expect.poll(() => sessions.inAddress('failure')).toBe(id)
  await sessions.settled()
  await expect(sessions.total).toHaveText(new RegExp(`^${counts.sessions} of `))
  const remove = page.getByRole('button', { name: `Remove filter Failure: ${template}` })
  await expect(remove).toBeVisible()
  await sessions.rows.first().click()
  await expect(sessions.drawer.getByRole('link', { name: /also in/ }).first()).toBeVisible()
  await remove.click()
  await expect.poll(() => sessions.inAddress('failure')).toBeNull()
  await expect(remove).toHaveCount(0)
})

test('a session’s cause leads to where else it was met', async ({
  failures,
  page,
  sessions,
  view,
}) => {
  await sessions.open('?range=all&health=failed')
  await sessions.settled()
  await sessions.rows.first().click()
  const link = view.causes.getByRole('link', { name: /^also in/ }).first()
  await expect(link).toHaveText(/^also in \d+ sessions? of \d+ polic(y|ies) since \d+ \p{L}+\s→$/u)
  const others = Number(/\d+/.exec(await link.innerText())?.[0])
  await link.click()
  await expect(failures.cause).toBeVisible()
  expect(failures.inAddress('range')).toBe('all')
  await expect(failures.fact('Sessions')).toHaveText(String(others + 1))
  await page.goBack()
  await expect(view.causes.first()).toBeVisible()
})

test.describe('copies', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a cause for a ticket, and each of its texts', async ({
    failures,
    page,
    request,
    simulator,
  }) => {
    const { items } = await askFailures(request, { from: usualFrom(simulator.clockOffsetMs) })
    const group = found(items.find(({ template }) => template.includes('CDP Coordinator')))
    await failures.openCause(group.id, '?range=all')
    await page.getByRole('button', { name: 'Copy for ticket' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const ticket = await failures.copied()
    expect(ticket).toContain(`   ${group.template}\n`)
    expect(ticket).toContain(`\nGroup:      ${group.id}\n`)
    expect(ticket).toMatch(/\nFirst seen: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n/)
    expect(ticket).toMatch(/\nPolicies \(\d+\):\n {3}.+: \d+ sessions?, (not )?recovered\n/)
    expect(ticket.endsWith(`/failures/${group.id}?range=all`)).toBe(true)
    const text = failures.part('Texts').locator('li').first()
    await text.getByRole('button', { name: 'Copy' }).click()
    await expect(text.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await failures.copied()).toBe(await text.locator('[data-shown]').textContent())
  })
})

test('texts that hold markup, other directions or several lines are only ever text', async ({
  failures,
  page,
  request,
}) => {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  const { items } = await askFailures(request, { from: '1970-01-01T00:00:00Z' })
  await failures.open('?range=all')
  await failures.settled()
  expect(await failures.table.locator('script, img:not(svg), b').count()).toBe(0)
  for (const start of ['<script>', 'فشل', '=HYPERLINK', 'Line ']) {
    await test.step(start, async () => {
      const { id, template } = found(items.find((each) => each.template.startsWith(start)))
      await failures.openCause(id, '?range=all')
      const heading = failures.cause.getByRole('heading', { level: 2 })
      expect(await heading.textContent()).toBe(template)
      await expect(heading).toHaveCSS('direction', start === 'فشل' ? 'rtl' : 'ltr')
      const text = failures.part('Texts').locator('[data-shown]').first()
      await expect(text).toContainText(start.trim())
      expect(await text.locator(':not(mark)').count()).toBe(0)
      expect(await page.getByRole('main').locator('script, img').count()).toBe(0)
    })
  }
  expect(said).toEqual([])
})

test('an old link says what became of it, and a new grouping how far it has come', async ({
  failures,
  page,
  request,
}) => {
  const { items } = await askFailures(request, { from: '1970-01-01T00:00:00Z' })
  const { id } = found(items[0])
  const old = `0-${'0'.repeat(20)}`
  await page.route(`**/api/failures/${old}*`, async (route) => {
    const answer = await route.fetch({ url: route.request().url().replace(`/${old}`, `/${id}`) })
    await route.fulfill({ json: { ...(await answer.json()), redirectedFrom: old } })
  })
  await failures.openCause(old, '?range=all')
  const note = page.getByRole('status').filter({ hasText: 'earlier version of the grouping' })
  await expect(note).toContainText(old)

  await page.route('**/api/failures?*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...(await answer.json()), regrouping: 0.408 } })
  })
  await failures.open()
  await expect(failures.summary.getByRole('status')).toContainText('grouped anew')
  await expect(failures.summary.getByRole('status')).toContainText('40 %')
})
