import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askAllSessions, askSessions, beginsWith, type EmSession, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'

const week = 'from=2026-06-07T00:00:00Z&to=2026-06-14T00:00:00Z'
const inWeek = 'CreationTimeUTC>="2026-06-07T00:00:00Z";CreationTimeUTC<"2026-06-14T00:00:00Z"'

/** Lets the page export what it shows; the file's name and text. */
async function save(page: Page, form: 'CSV' | 'JSON'): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: form }).click()
  const download = await downloading
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

/** Rows of a CSV as its head names them. */
function readCsv(text: string): Record<string, string>[] {
  const cells = text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') lines.push([])
  }
  const [head = [], ...rows] = lines.filter((line) => line.length > 0)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const uidsOf = (rows: readonly Pick<EmSession, 'uid'>[]) => rows.map(({ uid }) => uid).toSorted()

test('saves all that match, as JSON with every field', async ({ page, request, sessions }) => {
  const all = await askAllSessions(request, `${inWeek};Result!="Success"`)
  expect(all.length).toBeGreaterThan(100)
  await sessions.open(`?${week}&result=Failed&result=Warning&sort=policyName`)
  const { name, text } = await save(page, 'JSON')
  expect(name).toMatch(/^cdp-sessions-2026-06-15\.json$/)
  const rows: EmSession[] = JSON.parse(text)
  expect(uidsOf(rows)).toEqual(uidsOf(all))
  const own = new Map(all.map((session) => [session.uid, session]))
  for (const row of rows) expect({ ...row, ...own.get(row.uid) }).toEqual(row)
  await expect(page.getByRole('button', { name: `Saved ${all.length} sessions` })).toBeVisible()
})

test('saves them as CSV that no spreadsheet takes for a formula', async ({ page, sessions }) => {
  await sessions.open(`?range=all&q=${encodeURIComponent('=HYPERLINK')}`)
  const total = Number((await sessions.total.innerText()).split(' ')[0])
  const { name, text } = await save(page, 'CSV')
  expect(name).toMatch(/\.csv$/)
  const rows = readCsv(text)
  expect(rows).toHaveLength(total)
  expect(rows.map((row) => row.uid ?? '').toSorted()).toEqual((await sessions.uids()).toSorted())
  const told = rows.filter((row) => row.failureText?.includes('=HYPERLINK'))
  expect(told.length).toBeGreaterThan(0)
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@]/)
})

test('keeps texts of several lines, quotes and commas whole in the CSV', async ({
  page,
  request,
  sessions,
}) => {
  const start = 'Line 1: '
  const told = await askSessions(request, beginsWith('FailureMessage', start), 1)
  const { uid, failureMessage } = found(told[0])
  expect(failureMessage).toContain('\r\n')
  await sessions.open(`?range=all&q=${encodeURIComponent(start)}`)
  const rows = readCsv((await save(page, 'CSV')).text)
  expect(rows.find((row) => row.uid === uid)?.failureText).toBe(failureMessage)
})

test('an export is given up by Cancel, and nothing is saved', async ({ page, sessions }) => {
  let downloads = 0
  page.on('download', () => {
    downloads += 1
  })
  await page.route('**/api/sessions/export?*', () => {})
  await sessions.open('?range=all')
  await page.getByRole('button', { name: 'Export' }).click()
  const given = page.waitForEvent('requestfailed')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText('Exporting…')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect((await given).url()).toContain('/api/sessions/export?')
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  expect(downloads).toBe(0)
})

test.describe('where an export fails', () => {
  test.use({ allowedProblems: [/Failed to load resource.* 503 /] })

  test('says why, and can be tried again', async ({ page, sessions }) => {
    await page.route(
      '**/api/sessions/export?*',
      (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'The index failed',
            status: 503,
            code: 'index-failed',
            detail: 'Its file cannot be read.',
          },
        }),
      { times: 1 },
    )
    await sessions.open(`?${week}`)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    const failed = page.getByRole('button', { name: /^Export failed/ })
    await failed.click()
    await expect(page.getByText('Its file cannot be read.')).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect((await downloading).suggestedFilename()).toMatch(/\.csv$/)
  })
})
