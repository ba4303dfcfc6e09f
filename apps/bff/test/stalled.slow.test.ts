import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { awaitFilled, freshnessAt, makeDataDir, sessionsAt } from './fault-rig.ts'
import { begin, call } from './http-call.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

const stalledMs = 20_000

it('a server that stands still for twenty seconds goes on: its streams, its logon, its index', {
  timeout: 300_000,
}, async (context) => {
  // Logons end after six idle seconds, so that this one has by then.
  const em = await createRig(context).startEm({ policies: 5, vms: 2, days: 2, 'idle-minutes': 0.1 })
  const variables = {
    ...variablesOf(em.target),
    DATA_DIR: makeDataDir(context),
    HISTORY_DAYS: '2',
    EM_POLL_SECONDS: '5',
  }
  const bff = startProcess(checkout.folder, variables, checkout.folder)
  context.onTestFinished(async () => {
    bff.child.kill('SIGCONT')
    await bff.kill()
  })
  const url = await bff.ready
  await awaitFilled({ url })
  const stream = await begin(url, '/api/events')
  let heard = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
  })
  await until(
    () => heard,
    (text) => text.includes('event:freshness'),
  )
  const before = await freshnessAt({ url })

  bff.child.kill('SIGSTOP')
  heard = ''
  const waiting = call(url, '/healthz')
  await em.advance(86_400)
  await sleep(stalledMs)
  expect(heard).toBe('')
  bff.child.kill('SIGCONT')

  expect((await waiting).status).toBe(200)
  await until(
    () => heard,
    (text) => text.includes('event:freshness'),
    60_000,
  )
  expect(stream.closed).toBe(false)
  const after = await until(
    () => freshnessAt({ url }),
    ({ em: { state }, index, dataVersion }) =>
      state === 'ready' &&
      index.error === null &&
      Date.parse(index.asOf ?? '') > Date.parse(before.nowUTC) + stalledMs &&
      dataVersion > before.dataVersion,
    120_000,
  )
  expect(after.index.state).toBe('ready')
  const { inEm, inIndex } = await sessionsAt({ url })
  expect(inIndex).toEqual(expect.arrayContaining(inEm))
  expect((await em.received()).liveLogons).toBe(1)
  stream.on('error', () => undefined)
  const ended = once(stream, 'close')
  bff.child.kill('SIGTERM')
  expect(await bff.ended).toBe(0)
  await ended
})
