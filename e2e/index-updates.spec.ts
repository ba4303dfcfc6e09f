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
