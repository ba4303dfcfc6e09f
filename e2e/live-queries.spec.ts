import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const cell = (page: Page, column: string) => page.locator(`tbody tr td[data-column="${column}"]`)

test('leads from a failed session without a message to the reasons of its VMs', async ({
  page,
  sessions,
  request,
}) => {
  const answer = await request.get('/api/em/query', {
    params: { type: 'CdpReplicaSession', filter: 'Result==Failed', pageSize: 200 },
  })
  const { items } = await answer.json()
  const silent = items.find(
    (item: { failureMessage: string | null }) => item.failureMessage === null,
  )
  expect(silent).toBeDefined()
  const told = await request.get('/api/em/query', {
    params: {
      type: 'CdpReplicaTaskSession',
      filter: `PolicySessionUid=="${silent.uid}"`,
      pageSize: 500,
    },
  })
  const tasks: { vmDisplayName: string; reason: string | null }[] = (await told.json()).items
  const failing = tasks.filter((task) => task.reason !== null)
  expect(failing.length).toBeGreaterThan(0)

  await sessions.open(`?source=live&range=all&filter=${encodeURIComponent(`Id=="${silent.uid}"`)}`)
  await sessions.rows.first().click()
  await expect(sessions.drawer).toContainText('no message of its own')
  const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  const shown = words(await sessions.drawer.innerText())
  expect(failing.some((task) => shown.includes(words(task.reason ?? '').slice(0, 60)))).toBe(true)
  expect(failing.some((task) => shown.includes(task.vmDisplayName))).toBe(true)
  await expect(page).toHaveURL(/session=urn/)
})

test('opens a link as it was copied, and Back goes back through what was done', async ({
  page,
  sessions,
}) => {
  await sessions.open('?source=live&range=30d&result=Failed&sort=PolicyName')
  await expect(sessions.choice('Result', 'Failed')).toBeChecked()
  const uid = await sessions.rows.nth(2).getAttribute('data-uid')
  await sessions.rows.nth(2).click()
  await expect(sessions.drawer).toBeVisible()
  const link = page.url()
  const title = await sessions.drawer.getByRole('heading', { level: 2 }).innerText()

  await page.goto('about:blank')
  await page.goto(link)
  await expect(sessions.drawer.getByRole('heading', { level: 2 })).toHaveText(title)
  await expect(sessions.rows.locator(`xpath=self::tr[@data-uid="${uid}"]`)).toHaveAttribute(
    'aria-current',
    'true',
  )
  await page.getByRole('button', { name: 'Remove filter Result: Failed' }).click()
  await expect(page).not.toHaveURL(/result=/)
  await page.goBack()
  await expect(page).toHaveURL(/result=Failed/)
  await expect(page.getByRole('button', { name: 'Remove filter Result: Failed' })).toBeVisible()
  await expect(sessions.drawer).toBeVisible()
})

test('a session has a page of its own', async ({ page, sessions }) => {
  await sessions.open('?source=live&result=Failed')
  const uid = (await sessions.rows.first().getAttribute('data-uid')) ?? ''
  const policy = await cell(page, 'policy').first().innerText()
  await page.goto(`/sessions/${encodeURIComponent(uid)}`)
  await expect(page.getByRole('heading', { name: policy })).toBeVisible()
  await page.getByText(/^Raw/).click()
  await expect(page.locator('pre')).toContainText(uid)
})
