import { expect, test } from './page-fixtures.ts'

/** Rounds as often as they may be, so that a test need not wait for long. */
test.use({ bffEnvironment: { EM_POLL_SECONDS: '5' } })
const hours = 3600

test('what comes is counted and moves nothing until it is asked for', async ({
  sessions,
  startOwn,
}) => {
  const { simulator, bff } = await startOwn()
  await sessions.open('?range=7d', bff.url)
  await sessions.settled()
  const before = (await sessions.uids()).slice(0, 20)
  await expect(sessions.pill).toHaveCount(0)
  const total = await sessions.total.innerText()

  await simulator.control.advanceClock(3 * hours)
  await expect(sessions.pill).toHaveText(/^\d+ new/, { timeout: 60_000 })
  expect((await sessions.uids()).slice(0, 20)).toEqual(before)

  await sessions.pill.click()
  await expect(sessions.pill).toHaveCount(0)
  await expect(sessions.rows.first()).not.toHaveAttribute('data-uid', before[0] ?? '')
  const after = await sessions.uids()
  const at = after.indexOf(before[0] ?? '')
  expect(at).toBeGreaterThan(0)
  await expect(sessions.total).not.toHaveText(total)
})

test('a row that changes does so in its place', async ({ sessions, startOwn }) => {
  const { simulator, bff } = await startOwn()
  await sessions.open('?from=2026-06-14T07:00:00Z&to=2026-06-14T14:00:00Z', bff.url)
  await sessions.settled()
  const before = await sessions.uids()
  const working = sessions.column('state').filter({ hasText: 'Working' })
  const first = sessions.rows.filter({ hasText: 'Working' }).first()
  const uid = (await first.getAttribute('data-uid')) ?? ''
  const duration = sessions.table.locator(`tr[data-uid="${uid}"] td[data-column="duration"]`)
  const running = await duration.innerText()
  await simulator.control.advanceClock(6 * hours)
  await expect(working).toHaveCount(0, { timeout: 60_000 })
  expect(await sessions.uids()).toEqual(before)
  await expect(duration).not.toHaveText(running)
})

test('the ages in the bar follow by events, without being asked for', async ({
  page,
  freshness,
  sessions,
  startOwn,
}) => {
  const { simulator, bff } = await startOwn()
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/freshness') asked.push(request.url())
  })
  await sessions.open('', bff.url)
  await expect(freshness.bar).toHaveAttribute('data-tone', 'fresh')
  await expect(freshness.bar).toContainText('Enterprise Manager answered')
  await expect(freshness.bar).toContainText('collected from backup servers')
  const atFirst = asked.length
  await simulator.control.set({ collecting: false })
  await simulator.control.advanceClock(2 * hours)
  await expect(freshness.bar).toHaveAttribute('data-tone', 'late', { timeout: 60_000 })
  await expect(freshness.bar).toContainText(/collected from backup servers 2 h( \d+ min)? ago/)
  expect(asked.length).toBe(atFirst)
  await freshness.bar.click()
  await expect(freshness.chain).toHaveText([
    /^This browser/,
    /^CDP Watch server.*sessions/,
    /^Enterprise Manager.*its clock is 2 h \d+ m ahead/,
    /^Backup servers.*last collection finished 2 h/,
  ])
})
