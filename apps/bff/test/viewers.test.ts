import { request } from 'node:http'
import { freshnessSchema, indexedSessionsAnswerSchema } from '@cdp-watch/contract'
import { expect, it } from 'vitest'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const viewers = 200

it('Enterprise Manager hears nothing of two hundred viewers', async (context) => {
  const { startEm, start } = createRig(context)
  const em = await startEm()
  const bff = await start(em.target, { collects: true, historyDays: 3 })
  const { sessions } = (
    await until(
      async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()),
      ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0,
    )
  ).index
  await em.forget()

  let listening = 0
  const listeners = Array.from({ length: viewers }, () =>
    request(`${bff.url}/api/events`, (answer) => {
      listening += 1
      answer.resume()
    })
      .on('error', () => undefined)
      .end(),
  )
  context.onTestFinished(() => {
    for (const listener of listeners) listener.destroy()
  })
  await until(
    () => listening,
    (count) => count === viewers,
  )
  const totals = await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      const answer = await bff.get(`/api/sessions?limit=${viewer + 1}&sort=policyName`)
      return indexedSessionsAnswerSchema.parse(answer.json()).total
    }),
  )
  expect(new Set(totals)).toEqual(new Set([sessions]))
  expect((await em.received()).total).toBe(0)
})
