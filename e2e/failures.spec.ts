import type { Locator } from '@playwright/test'
import { found } from './ask-em.ts'
import { askFailures, usualFrom } from './ask-failures.ts'
import { expect, test } from './page-fixtures.ts'
import type { FailuresPage } from './pages/failures-page.ts'
import type { SessionView } from './pages/session-view.ts'

const severities = ['failed', 'missing', 'warning', 'unknown', 'ok']

test('every cause is listed with its counts, worst and newest first', async ({
  failures,
  request,
  simulator,
}) => {
  await failures.open()
  await failures.settled()
  const asked = await askFailures(request, { from: usualFrom(simulator.clockOffsetMs) })
  await expect(failures.summary).toContainText(
    `${asked.sessions} failing sessions · ${asked.total} causes`,
  )
  await expect(failures.foot).toContainText(`${asked.total} causes`)
  await expect(failures.table).toHaveAttribute('aria-rowcount', String(asked.total + 1))
  const ids = await failures.ids()
  expect(ids.length).toBeGreaterThan(10)
  const byId = new Map(asked.items.map((group) => [group.id, group]))
  const shown = ids.map((id) => found(byId.get(id)))
  const inOrder = shown.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Date.parse(b.lastSeenUTC) - Date.parse(a.lastSeenUTC) ||
      b.counts.sessions - a.counts.sessions,
  )
  expect(shown.map(({ severity }) => severity)).toEqual(inOrder.map(({ severity }) => severity))
  for (const { id, template, counts } of shown.slice(0, 5)) {
    const row = failures.row(id)
    await expect(row.locator('a')).toHaveText(template, { useInnerText: false })
    await expect(row.locator('[data-column="sessions"]')).toHaveText(
      new RegExp(`^${counts.sessions} session`),
    )
    await expect(row.locator('[data-column="vms"]')).toHaveText(new RegExp(`^${counts.vms} VM`))
    await expect(row.getByRole('img')).toHaveAccessibleName(/^Sessions by day, /)
  }
  await expect(failures.rows.first().locator('mark').first()).toHaveText(/^‹\p{L}+›$/u)
})

/** Three clicks: on a cause, on one of its VMs, and on the text of that. */
async function openOneText(failures: FailuresPage, view: SessionView, row: Locator): Promise<void> {
  await row.click()
  await expect(failures.cause).toBeVisible()
  const line = failures.part('VMs').locator('tr[data-vm]').first()
  const vm = (await line.getAttribute('data-vm')) ?? ''
  await line.click()
  await expect(view.root).toBeVisible()
  const ofVm = view.vmLines.filter({ hasText: vm }).first()
  await view.cell(ofVm, 'reason').getByRole('button').click()
  await expect(view.vmTable.locator('[data-shown]').first()).toContainText(vm)
}

test('from the list to one VM’s text in three clicks, and back to where one was', async ({
  page,
  failures,
  view,
}) => {
  await failures.open('?severity=failed&sort=-sessions')
  await failures.settled()
  await failures.scrollTo(430)
  await expect.poll(() => failures.scrolledBy()).toBe(430)
  const row = failures.rows
    .filter({ has: page.locator('[data-column="vms"]', { hasText: /^[1-9]/ }) })
    .filter({ hasText: '‹VM›' })
    .nth(10)
  const id = (await row.getAttribute('data-id')) ?? ''
  await openOneText(failures, view, row)

  await failures.back.click()
  await expect(failures.row(id).locator('a')).toBeFocused()
  expect(await failures.scrolledBy()).toBe(430)
  expect(failures.inAddress('severity')).toBe('failed')
  expect(failures.inAddress('sort')).toBe('-sessions')

  await page.goForward()
  await expect(failures.cause).toBeVisible()
  await page.goBack()
  await expect(failures.row(id).locator('a')).toBeFocused()
  expect(await failures.scrolledBy()).toBe(430)
})

test('the same from deep within a list of hundreds of causes', async ({
  page,
  failures,
  request,
  simulator,
  view,
}) => {
  const { items } = await askFailures(request, { from: usualFrom(simulator.clockOffsetMs) })
  const real = found(items.find(({ template, counts }) => template.includes('‹VM›') && counts.vms))
  const all = Array.from({ length: 450 }, (_, index) =>
    index === 317
      ? real
      : { ...real, id: `${real.id.slice(0, -3)}${String(index).padStart(3, '0')}` },
  )
  await page.route('**/api/failures?*', async (route) => {
    const params = new URL(route.request().url()).searchParams
    const from = Number(params.get('offset') ?? 0)
    const answer = await (await route.fetch()).json()
    const shown = all.slice(from, from + Number(params.get('limit')))
    const perDay = answer.days.map(() => 1)
    await route.fulfill({
      json: { ...answer, total: all.length, items: shown.map((each) => ({ ...each, perDay })) },
    })
  })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await failures.open('?severity=failed&sort=-sessions')
  await failures.settled()
  await expect(failures.foot).toContainText('450 causes')
  const height = (await failures.rows.first().boundingBox())?.height ?? 0
  const deep = Math.round(312 * height)
  await failures.scrollTo(deep)
  const row = failures.row(real.id)
  await openOneText(failures, view, row)

  await failures.back.click()
  await expect(row.locator('a')).toBeFocused()
  expect(await failures.scrolledBy()).toBe(deep)
  expect(failures.inAddress('severity')).toBe('failed')
  expect(failures.inAddress('sort')).toBe('-sessions')
})

test('filters, search, range and order are in the address, and Back undoes them', async ({
  page,
  failures,
}) => {
  await failures.open()
  await failures.settled()
  const all = await failures.foot.innerText()
  await failures.choice('Health', /^Warning/).check()
  await expect.poll(() => failures.inAddress('severity')).toBe('warning')
  await failures.settled()
  const marks = failures.column('health').locator('[data-health]')
  await expect(marks.first()).toHaveText('Warning')
  expect(new Set(await marks.allInnerTexts())).toEqual(new Set(['Warning']))
  await failures.choice('Status', /^Recovered/).check()
  await expect.poll(() => failures.inAddress('status')).toBe('recovered')
  await failures.settled()
  const standing = failures.column('health').locator('[data-status]')
  expect(new Set(await standing.allInnerTexts())).toEqual(new Set(['Recovered']))
  await failures.heading('VMs').getByRole('button').click()
  await expect.poll(() => failures.inAddress('sort')).toBe('-vms')
  await expect(failures.heading('VMs')).toHaveAttribute('aria-sort', 'descending')
  await failures.settled()
  const vms = (await failures.column('vms').allTextContents()).map((text) =>
    Number.parseInt(text, 10),
  )
  expect(vms.length).toBeGreaterThan(1)
  expect(vms).toEqual(vms.toSorted((a, b) => b - a))

  await page.goBack()
  await expect(failures.heading('Health')).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(failures.choice('Status', /^Recovered/)).not.toBeChecked()
  await page.goBack()
  await expect(failures.choice('Health', /^Warning/)).not.toBeChecked()
  await failures.settled()
  await expect(failures.foot).toContainText(/^\d+ causes/.exec(all)?.[0] ?? '?')

  await page.getByRole('button', { name: /^Started: / }).click()
  await page.getByRole('menuitem', { name: 'Last 24 hours' }).click()
  await expect.poll(() => failures.inAddress('range')).toBe('24h')
  await failures.settled()
  const ofADay = Number.parseInt(await failures.foot.innerText(), 10)
  expect(ofADay).toBeLessThan(Number.parseInt(all, 10))
})

test('a policy and a server narrow the causes, and what is opened of them', async ({
  failures,
  page,
}) => {
  await failures.open()
  await failures.choice('Backup server', /^vbr-03/).check()
  await expect.poll(() => failures.inAddress('backupServerUid')).toMatch(/^urn:veeam:BackupServer:/)
  await expect(page.getByRole('button', { name: 'Remove filter Server: vbr-03.lab' })).toBeVisible()
  await failures.settled()
  await expect(failures.column('policies').first()).toContainText('1 server')
  const count = await failures.rows.first().locator('[data-column="sessions"]').innerText()
  await failures.rows.first().click()
  await expect(failures.fact('Sessions')).toHaveText(/\d+/)
  expect(count.startsWith(await failures.fact('Sessions').innerText())).toBe(true)
  await expect(failures.fact('Servers')).toHaveText('1')
  await page.getByRole('button', { name: /^Remove filter Server/ }).click()
  await expect.poll(() => failures.inAddress('backupServerUid')).toBeNull()
  await failures.back.click()
  await expect(failures.choice('Backup server', /^vbr-03/)).toBeChecked()
})

test('the keyboard alone finds a cause, opens it and a session, and returns', async ({
  failures,
  page,
  view,
}) => {
  await failures.open()
  await page.keyboard.press('f')
  await expect.poll(() => failures.inAddress('severity')).toBe('failed')
  await failures.settled()
  await page.keyboard.press('j')
  await expect(failures.rows.nth(0).locator('a')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  const second = failures.rows.nth(1).locator('a')
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(failures.cause.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('j')
  const line = failures.part('VMs').or(failures.part('Sessions')).locator('tbody a').first()
  await expect(line).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(view.root).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(view.root).toHaveCount(0)
  await expect(line).toBeFocused()
  await failures.back.focus()
  await page.keyboard.press('Enter')
  await expect(second).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('no such text')
  const nothing = page.getByRole('status').filter({ hasText: 'No causes match' })
  await nothing.getByRole('button', { name: 'Remove the filters' }).click()
  await expect(failures.rows.first()).toBeVisible()
})

test.describe('where there is no answer', () => {
  test.use({ allowedProblems: [/Failed to load resource/] })

  test('a link to a cause that is not known says so, and leads to the list', async ({
    failures,
    page,
  }) => {
    await page.goto('/failures/of-no-group')
    const notice = page.getByRole('status').filter({ hasText: 'There is no such group' })
    await expect(notice).toContainText('of-no-group')
    await notice.getByRole('button', { name: 'To all failures' }).click()
    await expect(failures.rows.first()).toBeVisible()
  })

  test('a link of an earlier grouping says so, and leads on once all is grouped anew', async ({
    failures,
    page,
    request,
  }) => {
    await page.goto(`/failures/0-${'0'.repeat(20)}`)
    const outdated = page.getByRole('status').filter({ hasText: 'of an earlier grouping' })
    await expect(outdated).toContainText('what became of its texts is not known')
    await expect(outdated.getByRole('button', { name: 'To all failures' })).toBeVisible()

    const { id } = found((await askFailures(request, {})).items[0])
    const regrouping = {
      type: 'about:blank',
      title: 'The failures are being grouped anew',
      status: 404,
      code: 'group-regrouping',
      detail: 'Ask again in a minute.',
    }
    const contentType = 'application/problem+json'
    await page.route(`**/api/failures/${id}?*`, (route) =>
      route.fulfill({ status: 404, contentType, json: regrouping }),
    )
    await page.goto(`/failures/${id}`)
    const alert = page.getByRole('alert').filter({ hasText: 'being grouped anew' })
    await expect(alert).toContainText('Ask again in a minute.')
    await page.unroute(`**/api/failures/${id}?*`)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(failures.cause).toBeVisible()
  })

  test('a failing index is told in words, and what was known stays', async ({ failures, page }) => {
    const fails = {
      type: 'about:blank',
      title: 'The index failed',
      status: 503,
      code: 'index-failed',
      detail: 'Its file cannot be read.',
    }
    const contentType = 'application/problem+json'
    await page.route('**/api/failures?*', (route) =>
      route.fulfill({ status: 503, contentType, json: fails }),
    )
    await page.goto('/failures')
    const alert = page.getByRole('alert').filter({ hasText: 'The index failed' })
    await expect(alert).toContainText('Its file cannot be read.')
    await page.unroute('**/api/failures?*')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(failures.rows.first()).toBeVisible()
  })
})
