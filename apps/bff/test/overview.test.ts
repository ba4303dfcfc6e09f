import {
  freshnessSchema,
  overviewSchema,
  policiesStatusAnswerSchema,
  problemSchema,
} from '@cdp-watch/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { until } from './until.ts'

let em: Simulator
let bff: TestBff
beforeAll(async () => {
  em = await startSimulator({ policies: 30, vms: 4, days: 4 })
  bff = await startBff(em.target, { collects: true, historyDays: 4, pollSeconds: 7 })
  await until(
    async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()),
    ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0,
  )
})
afterAll(async () => {
  await bff.stop()
  await em.stop()
})

it('agrees with the policies, and says whether they are real', async () => {
  const answer = await bff.get('/api/overview')
  const overview = overviewSchema.parse(answer.json())
  const { facets, items } = policiesStatusAnswerSchema.parse(
    (await bff.get('/api/policies?limit=1000')).json(),
  )
  const present = items.filter(({ isRemoved }) => !isRemoved)
  for (const [health, count] of Object.entries(overview.counts)) {
    expect(present.filter((policy) => policy.health === health)).toHaveLength(count)
  }
  expect(facets.health.failed).toBe(overview.counts.failed)
  expect(overview.tiles.length).toBeGreaterThan(0)
  expect(overview.demo).toBe(false)
  const { staleAfterSeconds } = freshnessSchema.parse((await bff.get('/api/freshness')).json())
  expect(staleAfterSeconds.index).toBeGreaterThanOrEqual(14)
  expect(staleAfterSeconds.collection).toBe(1800)
  expect(answer.bytes.length).toBeLessThan(40_000)
})

it('answers 304 to who has it already, and only to the same question', async () => {
  const tag = String((await bff.get('/api/overview?health=failed')).headers.etag)
  const headers = { 'If-None-Match': tag }
  expect((await bff.get('/api/overview?health=failed', { headers })).status).toBe(304)
  expect((await bff.get('/api/overview?health=bad', { headers })).status).toBe(400)
})

it.each<[string, string]>([
  ['sort=name', 'sort'],
  ['theme=dark', 'theme'],
  ['filter=Result%3D%3D', 'filter'],
  ['failure=nonsense', 'failure'],
])('refuses %s and names the parameter', async (query, parameter) => {
  const answer = await bff.get(`/api/overview?${query}`)
  expect(problemSchema.parse(answer.json())).toMatchObject({ status: 400, parameter })
})
