import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Freshness } from '@cdp-watch/contract'
import { afterAll, expect, it, type TestContext } from 'vitest'
import { cookieOf, operator } from './access-rig.ts'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { type Asking, awaitFilled, freshnessAt, makeDataDir, sessionsAt } from './fault-rig.ts'
import { call } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

const hourMs = 3600_000
const clockModule = path.join(import.meta.dirname, 'jumping-clock.ts')

/** A dashboard whose clock can be set while it runs, its index filled. */
async function startWithClock(context: TestContext) {
  const em = await createRig(context).startEm({ policies: 5, vms: 2, days: 2 })
  const dataDir = makeDataDir(context)
  const clock = path.join(makeDataDir(context), 'clock')
  /** Sets it so many hours from the real time. */
  const set = (hours: number) => {
    writeFileSync(`${clock}.new`, String(hours * hourMs))
    renameSync(`${clock}.new`, clock)
  }
  set(0)
  const variables = {
    ...variablesOf(em.target),
    ACCESS: 'em',
    DATA_DIR: dataDir,
    HISTORY_DAYS: '2',
    EM_POLL_SECONDS: '5',
    TEST_CLOCK_FILE: clock,
  }
  const bff = startProcess(checkout.folder, variables, checkout.folder, { modules: [clockModule] })
  context.onTestFinished(bff.kill)
  const url = await bff.ready
  const signIn = async (): Promise<Asking> => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const body = JSON.stringify(operator)
    const answer = await call(url, '/api/sign-in', { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    return { url, cookie: cookieOf(answer.headers) }
  }
  const asking = await signIn()
  await awaitFilled(asking)
  return { em, set, signIn, asking, url }
}

/** Waits for a round after the clock was set: what is told of it lies in the last minute of that clock. */
async function awaitRound(asking: Asking): Promise<Freshness> {
  const ageOf = ({ nowUTC, index }: Freshness) => Date.parse(nowUTC) - Date.parse(index.asOf ?? '')
  return until(
    () => freshnessAt(asking),
    (freshness) =>
      freshness.index.error === null && ageOf(freshness) >= 0 && ageOf(freshness) < 60_000,
    120_000,
  )
}

it('a clock that jumps forward and back leaves the index right, ages sane and nobody signed in for longer', {
  timeout: 400_000,
}, async (context) => {
  const { em, set, signIn, asking, url } = await startWithClock(context)

  set(6)
  const ahead = await awaitRound(asking)
  expect(ahead.em.state).toBe('ready')
  // Enterprise Manager's clock, by which sessions are judged, did not move: it is known to be behind now.
  const told = await until(
    () => freshnessAt(asking),
    ({ em: { clockOffsetSeconds } }) => Math.abs(clockOffsetSeconds + 6 * 3600) < 60,
    120_000,
  )
  expect(Date.parse(told.collection?.lastFinishedUTC ?? '')).toBeLessThan(Date.now() + hourMs)
  await em.advance(86_400)
  await until(
    () => sessionsAt(asking),
    ({ inEm, inIndex }) => inEm.every((line) => inIndex.includes(line)),
    120_000,
  )

  set(-3)
  // Somebody may have set it back to make a sign-in last: nine hours are more than it forgives.
  const refused = await call(url, '/api/me', { headers: { cookie: asking.cookie ?? '' } })
  expect(refused.status).toBe(401)
  const again = await signIn()
  await awaitRound(again)
  await em.advance(86_400)
  await until(
    () => sessionsAt(again),
    ({ inEm, inIndex }) => inEm.every((line) => inIndex.includes(line)),
    120_000,
  )

  set(0)
  expect((await awaitRound(again)).em.state).toBe('ready')
  expect((await call(url, '/api/me', { headers: { cookie: again.cookie ?? '' } })).status).toBe(200)
})
