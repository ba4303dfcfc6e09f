import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const cell = (page: Page, column: string) => page.locator(`tbody tr td[data-column="${column}"]`)

/** Rows by filter, sort and page; the same whatever the case of EM's keys, which a spec file chooses. */
export function testRows(): void {
  test('shows rows, and by the rail only those that were asked for', async ({ page, sessions }) => {
    await sessions.open('?source=live&range=all')
    await expect(cell(page, 'policy').first()).not.toBeEmpty()
    await expect(cell(page, 'server').first()).toHaveText(/^vbr-/)
    await sessions.choice('Result', 'Failed').check()
    await expect(page).toHaveURL(/result=Failed/)
    await sessions.settled()
    const healths = await cell(page, 'health').allInnerTexts()
    expect(healths.length).toBeGreaterThan(3)
    expect(new Set(healths.map((text) => text.trim()))).toEqual(new Set(['Failed']))
  })

  test('lets Enterprise Manager sort by a click', async ({ page, sessions }) => {
    await sessions.open('?source=live&range=all')
    await page.getByRole('columnheader', { name: 'Policy' }).getByRole('button').click()
    await sessions.settled()
    await expect(page.getByRole('columnheader', { name: 'Policy' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    const names = await cell(page, 'policy').allInnerTexts()
    const sorted = names.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en'))
    expect(names.length).toBeGreaterThan(10)
    expect(names).toEqual(sorted)
    await page.getByRole('columnheader', { name: 'Policy' }).getByRole('button').click()
    await expect(page).toHaveURL(/sort=-policyName/)
    await sessions.settled()
    const first = (await cell(page, 'policy').first().innerText()).toLowerCase()
    expect(first >= (sorted.at(-1) ?? '').toLowerCase()).toBe(true)
  })

  test('reads on page after page until all that EM has is there, each once', async ({
    page,
    sessions,
    request,
  }) => {
    const known = new Set<string>()
    for (let number = 1, count = 1; number <= count; number += 1) {
      const answer = await request.get(
        `/api/em/query?type=CdpReplicaSession&pageSize=500&page=${number}`,
      )
      const body = await answer.json()
      count = body.page.count
      for (const item of body.items) known.add(item.uid)
    }
    expect(known.size).toBeGreaterThan(400)
    await sessions.open('?source=live&range=all')
    await expect(sessions.foot).toContainText('200 sessions of at most')
    await expect(async () => {
      await sessions.scrollToEnd()
      await expect(sessions.foot).toContainText(`All ${sessions.number(known.size)} sessions`, {
        timeout: 500,
      })
    }).toPass()
    const table = page.getByRole('table', { name: 'Sessions' })
    await expect(table).toHaveAttribute('aria-rowcount', String(known.size + 1))
  })
}
