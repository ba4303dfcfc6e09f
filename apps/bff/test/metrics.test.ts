import { freshnessSchema, healths, overviewSchema, problemSchema } from '@cdp-watch/contract'
import { expect, it, type TestContext } from 'vitest'
import { readConfig } from '../src/config.ts'
import { post, signInAccess } from './access-rig.ts'
import type { TestBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { readMetrics, sample } from './metrics-text.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const scrape = async (bff: TestBff) => readMetrics((await bff.get('/metrics')).text)

const configured = (variables: Record<string, string>) => readConfig({ ...variables })

async function startFilled(context: TestContext) {
  const { startEm, start } = createRig(context)
  const em = await startEm()
  const bff = await start(em.target, { collects: true, historyDays: 2 })
  await until(
    async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()),
    ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0,
  )
  return { em, bff }
}

it('tells in numbers what the dashboard tells people', async (context) => {
  const { bff } = await startFilled(context)
  expect((await bff.get('/metrics')).headers['content-type']).toContain('text/plain; version=0.0.4')
  const metrics = await scrape(bff)
  for (const [name, { help, type }] of metrics) {
    expect(help, name).toMatch(/\S/)
    expect(['counter', 'gauge', 'histogram', 'summary'], name).toContain(type)
  }
  const { counts } = overviewSchema.parse((await bff.get('/api/overview')).json())
  for (const health of healths) {
    expect(sample(metrics, `cdp_watch_policies{health="${health}"}`)).toBe(counts[health])
  }
  expect(counts.failed).toBeGreaterThan(0)
  expect(sample(metrics, 'cdp_watch_active_vms{health="failed"}')).toBeGreaterThan(0)
  expect(sample(metrics, 'cdp_watch_active_sessions{health="failed"}')).toBe(counts.failed)
  expect(sample(metrics, 'cdp_watch_em_state{state="ready"}')).toBe(1)
  expect(sample(metrics, 'cdp_watch_em_state{state="failed"}')).toBe(0)
  expect(sample(metrics, 'cdp_watch_index_state{state="ready"}')).toBe(1)
  expect(sample(metrics, 'cdp_watch_index_fill_ratio')).toBe(1)
  expect(sample(metrics, 'cdp_watch_index_age_seconds')).toBeLessThan(3600)
  expect(sample(metrics, 'cdp_watch_collection_age_seconds')).toBeLessThan(3600)
  expect(sample(metrics, 'cdp_watch_event_listeners')).toBe(0)
  expect(sample(metrics, 'cdp_watch_data_file_bytes{file="index"}')).toBeGreaterThan(0)
  expect(sample(metrics, 'cdp_watch_data_free_bytes')).toBeGreaterThan(0)
  expect(metrics.has('process_resident_memory_bytes')).toBe(true)
  expect(metrics.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
  const family = (name: string) => metrics.get(name)?.samples ?? new Map<string, number>()
  const em = family('cdp_watch_em_request_seconds')
  for (const kind of ['logon', 'sessions', 'tasks', 'policies', 'backup-servers', 'collections']) {
    const series = `cdp_watch_em_request_seconds_count{kind="${kind}",outcome="ok"}`
    expect(em.get(series), kind).toBeGreaterThan(0)
  }
  expect(
    family('cdp_watch_collector_work_seconds').get(
      'cdp_watch_collector_work_seconds_count{work="round",outcome="ok"}',
    ),
  ).toBeGreaterThan(0)
  const counted = await until(
    () => scrape(bff),
    (told) => sample(told, 'cdp_watch_index_rows{table="sessions"}') !== undefined,
  )
  expect(sample(counted, 'cdp_watch_index_rows{table="tasks"}')).toBeGreaterThan(0)
})

it('tells an EM out of reach, and leaves out what it does not know', async (context) => {
  const { startEm, start } = createRig(context)
  const em = await startEm()
  await em.halt()
  const bff = await start(em.target)
  await bff.awaitReadiness(503)
  const metrics = await until(
    () => scrape(bff),
    (told) => sample(told, 'cdp_watch_em_state{state="failed"}') === 1,
  )
  expect(sample(metrics, 'cdp_watch_em_failure{code="em-unreachable"}')).toBe(1)
  const seen = metrics.get('cdp_watch_em_request_seconds')?.samples
  const unreachable = 'cdp_watch_em_request_seconds_count{kind="logon",outcome="unreachable"}'
  expect(seen?.get(unreachable)).toBeGreaterThan(0)
  for (const name of ['index_age_seconds', 'collection_age_seconds', 'policies', 'active_vms']) {
    expect(metrics.get(`cdp_watch_${name}`)?.samples.size, name).toBe(0)
  }
})

it('adds no series for paths, methods and names that somebody makes up', async (context) => {
  const { startEm, start } = createRig(context)
  const bff = await start((await startEm()).target, { access: signInAccess })
  await bff.awaitReadiness(200)
  const ask = async (n: number) => {
    await bff.get(`/made-up-${n}/x`)
    await bff.get(`/api/sessions/made-up-${n}`)
    await bff.get(`/assets/made-up-${n}.js`)
    await bff.get(`/wall/open/made-up-${n}`)
    await bff.get('/', { method: 'PROPFIND' })
    await bff.get('/', { headers: { host: `made-up-${n}.example.com` } })
    if (n < 20) await post(bff, '/api/sign-in', { username: `made-up-${n}`, password: 'x' })
  }
  const seriesOf = async () =>
    [...(await scrape(bff)).values()].reduce((sum, { samples }) => sum + samples.size, 0)
  for (let n = 0; n < 30; n += 1) await ask(n)
  await scrape(bff)
  const before = await seriesOf()
  for (let n = 30; n < 230; n += 1) await ask(n)
  expect(await seriesOf()).toBe(before)
  expect((await bff.get('/metrics')).text).not.toContain('made-up')
})

it('holds no name of EM, no account and no secret', async (context) => {
  const { em, bff } = await startFilled(context)
  await bff.get(livePath({ type: 'CdpPolicy' }))
  const { text } = await bff.get('/metrics')
  const { tiles } = overviewSchema.parse((await bff.get('/api/overview')).json())
  const { username, password, url } = em.target
  const names = tiles.flatMap(({ name, uid, backupServerName }) => [name, uid, backupServerName])
  for (const secret of [username, 'operator', password, new URL(url).host, ...names]) {
    expect(text).not.toContain(String(secret))
  }
})

it('counts live queries, their routes and refused sign-ins', async (context) => {
  const { startEm, start } = createRig(context)
  const bff = await start((await startEm()).target)
  await bff.awaitReadiness(200)
  await bff.get(livePath({ type: 'CdpPolicy' }))
  await bff.get(livePath({ type: 'Nonsense' }))
  const open = await until(
    () => scrape(bff),
    (told) => (told.get('cdp_watch_http_request_seconds')?.samples.size ?? 0) > 0,
  )
  const http = open.get('cdp_watch_http_request_seconds')?.samples
  const count = (labels: string) => http?.get(`cdp_watch_http_request_seconds_count{${labels}}`)
  expect(count('method="GET",route="/api/em/query",status="2xx"')).toBe(1)
  expect(count('method="GET",route="/api/em/query",status="4xx"')).toBe(1)
  const live = 'cdp_watch_em_request_seconds_count{kind="live",outcome="ok"}'
  expect(open.get('cdp_watch_em_request_seconds')?.samples.get(live)).toBe(1)
})

it('counts refused sign-ins by their reason', async (context) => {
  const { startEm, start } = createRig(context)
  const bff = await start((await startEm()).target, { access: signInAccess })
  await bff.awaitReadiness(200)
  const wrong = { username: 'DEMO\\operator', password: 'no' }
  await post(bff, '/api/sign-in', wrong)
  await post(bff, '/api/sign-in', wrong)
  const series = 'cdp_watch_audit_events_total{kind="sign-in-refused",reason="sign-in-refused"}'
  expect(sample(await scrape(bff), series)).toBe(2)
  const seen = (await scrape(bff)).get('cdp_watch_em_request_seconds')?.samples
  expect(seen?.get('cdp_watch_em_request_seconds_count{kind="sign-in",outcome="refused"}')).toBe(2)
})

it('is for the addresses of METRICS_ALLOW alone, also through a proxy', async (context) => {
  const { startEm, start } = createRig(context)
  const { target } = await startEm()
  const near = await start(target)
  expect((await near.get('/metrics')).status).toBe(200)
  const forwarded = { 'X-Forwarded-For': '127.0.0.1' }
  const through = await near.get('/metrics', { headers: forwarded })
  expect(problemSchema.parse(through.json())).toMatchObject({
    status: 403,
    code: 'address-refused',
  })
  expect((await near.get('/metrics?x=1')).status).toBe(400)
  expect((await near.get('/metrics', { method: 'POST' })).status).toBe(405)

  const { front, metricsAllow } = configured({
    TRUST_PROXY: '127.0.0.1',
    METRICS_ALLOW: '10.1.2.0/24',
  })
  const behind = await start(target, { front, metricsAllow })
  const status = async (address?: string) => {
    const headers: Record<string, string> =
      address === undefined ? {} : { 'X-Forwarded-For': address }
    return (await behind.get('/metrics', { headers })).status
  }
  expect(await status()).toBe(403)
  expect(await status('10.1.2.9')).toBe(200)
  expect(await status('10.1.3.9')).toBe(403)
  // Whoever asks the proxy may write the first of them, but not the last.
  expect(await status('10.1.2.9, 10.1.3.9')).toBe(403)
})
