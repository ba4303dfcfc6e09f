import { freshnessSchema } from '@cdp-watch/contract'
import { afterAll, expect, it } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from '../bff-process.ts'
import { createRig } from '../rig.ts'
import { until } from '../until.ts'
import { fuzz } from './fuzz-run.ts'
import { learnWorld } from './known-world.ts'
import { operationsOf } from './operations.ts'
import { Random } from './random.ts'
import { Visitors } from './visitors.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

/** `FUZZ_SEED` repeats a run; `FUZZ_REQUESTS` sends more or fewer. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const requests = Number(process.env.FUZZ_REQUESTS ?? 20_000)

it(`answers or explains every request: FUZZ_SEED=${seed}`, {
  timeout: 900_000,
}, async (context) => {
  const em = await createRig(context).startEm({ policies: 100, vms: 4, days: 30 })
  const bff = startProcess(
    checkout.folder,
    {
      ...variablesOf(em.target),
      ACCESS: 'em',
      LOG_LEVEL: 'warn',
      // Each sign-in can then come from an address of its own.
      TRUST_PROXY: '127.0.0.1',
    },
    checkout.folder,
  )
  context.onTestFinished(bff.kill)
  const url = await bff.ready
  const visitors = new Visitors(url, new Random(seed))
  await visitors.come()
  await until(
    async () => freshnessSchema.parse((await visitors.get('/api/freshness')).json()).index,
    ({ state, reasonsWaiting }) => state === 'ready' && reasonsWaiting === 0,
    300_000,
  )
  const operations = operationsOf((await visitors.get('/api/openapi.json')).json())
  const world = await learnWorld(visitors.get)

  const { sent, tallies, complaints } = await fuzz({
    url,
    operations,
    world,
    visitors,
    seed,
    requests,
  })

  expect(complaints.join('\n')).toBe('')
  expect(sent).toBe(requests)
  for (const [route, { good, bad, answered }] of tallies) {
    expect({ route, isTried: good > 0 && bad > 0 && answered > 0 }).toEqual({
      route,
      isTried: true,
    })
  }
  expect(bff.child.exitCode ?? bff.child.signalCode).toBeNull()
  expect(bff.err()).not.toContain('internal-error')
})
