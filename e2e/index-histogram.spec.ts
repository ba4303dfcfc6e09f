import type { APIRequestContext } from '@playwright/test'
import { askAllSessions } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import type { SessionsPage } from './pages/sessions-page.ts'

const from = '2026-06-01T00:00:00Z'
const to = '2026-06-14T00:00:00Z'

/** Expects that the range of the address is the one that is counted, and lies within the one before. */
async function expectZoomed(sessions: SessionsPage, request: APIRequestContext): Promise<void> {
  await expect.poll(() => sessions.inAddress('from')).not.toBe(from)
  const range = { from: sessions.inAddress('from') ?? '', to: sessions.inAddress('to') ?? '' }
  expect(Date.parse(range.from)).toBeGreaterThan(Date.parse(from))
  expect(Date.parse(range.to)).toBeGreaterThan(Date.parse(range.from))
  expect(Date.parse(range.to)).toBeLessThan(Date.parse(to))
  const filter = `CreationTimeUTC>="${range.from}";CreationTimeUTC<"${range.to}"`
  const within = await askAllSessions(request, filter)
  expect(within.length).toBeGreaterThan(10)
  await expect(sessions.total).toHaveText(`${sessions.number(within.length)} sessions`)
}

test('bars are zoomed into by dragging over them, and Back leads out again', async ({
  page,
  request,
  sessions,
}) => {
  await sessions.open(`?from=${from}&to=${to}`)
  const before = await sessions.total.innerText()
  const box = await sessions.histogram.boundingBox()
  if (!box) throw new Error('the histogram is not drawn')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.6, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.45, y)
  await page.mouse.move(box.x + box.width * 0.3, y)
  await page.mouse.up()
  await expectZoomed(sessions, request)
  await page.goBack()
  await expect(sessions.total).toHaveText(before)
  expect(sessions.inAddress('from')).toBe(from)
})

test('the keyboard selects bars, says what they hold, and zooms', async ({
  page,
  request,
  sessions,
}) => {
  await sessions.open(`?from=${from}&to=${to}`)
  await sessions.histogram.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowRight')
  const words = (await sessions.histogram.getAttribute('aria-valuetext')) ?? ''
  const counts = words.slice(words.lastIndexOf(': ')).match(/\d+(?= (failed|warning|unknown|OK))/g)
  const counted = (counts ?? []).reduce((sum, count) => sum + Number(count), 0)
  await page.keyboard.press('Enter')
  await expectZoomed(sessions, request)
  await expect(sessions.total).toHaveText(`${sessions.number(counted)} sessions`)
})

test('Esc gives a selection of bars up, and the open session stays', async ({ page, sessions }) => {
  await sessions.open(`?from=${from}&to=${to}`)
  await sessions.rows.first().click()
  await expect(sessions.drawer).toBeVisible()
  const address = page.url()
  await sessions.histogram.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  const last = await sessions.histogram.getAttribute('aria-valuemax')
  await expect(sessions.histogram).toHaveAttribute('aria-valuenow', String(Number(last) - 2))
  await page.keyboard.press('Escape')
  await expect(sessions.histogram).toHaveAttribute('aria-valuenow', last ?? '')
  await expect(sessions.drawer).toBeVisible()
  expect(page.url()).toBe(address)
})
