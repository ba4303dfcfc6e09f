import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { readMetrics } from './metrics-text.ts'
import { type Prometheus, startPrometheus } from './prometheus.ts'
import { createRig } from './rig.ts'
import { itWith, runTool } from './system-tool.ts'
import { until } from './until.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const folder = path.join(root, 'ops/prometheus')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const rules = read('ops/prometheus/alerts.yml')
const patienceMs = 60_000

const gridSchema = z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() })
const datasourceSchema = z.object({
  type: z.literal('prometheus'),
  uid: z.string().regex(/^\$\{datasource\}$/),
})
/** What Grafana needs of a dashboard's file. */
const dashboardSchema = z.object({
  uid: z.string().min(1),
  title: z.string().min(1),
  schemaVersion: z.int().min(36),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(
    z.discriminatedUnion('type', [
      z.object({
        id: z.int(),
        type: z.literal('row'),
        title: z.string().min(1),
        gridPos: gridSchema,
      }),
      z.object({
        id: z.int(),
        type: z.enum(['stat', 'timeseries']),
        title: z.string().min(1),
        gridPos: gridSchema,
        datasource: datasourceSchema,
        targets: z
          .array(z.object({ refId: z.string(), expr: z.string(), datasource: datasourceSchema }))
          .min(1),
      }),
    ]),
  ),
})
const dashboard = dashboardSchema.parse(JSON.parse(read('ops/grafana/cdp-watch.json')))
const queries = dashboard.panels.flatMap((panel) =>
  panel.type === 'row' ? [] : panel.targets.map(({ expr }) => expr),
)

itWith('promtool')('rules, their tests and the example of a configuration are good', () => {
  for (const args of [
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
    ['check', 'config', 'prometheus.yml'],
  ]) {
    const { code, text } = runTool('promtool', args, folder)
    expect(code, text).toBe(0)
  }
})

it('every alert has words, and leads to a heading of the manual', () => {
  const manual = read('docs/operate.md')
  const alerts = rules.split(/^ {6}- alert: /m).slice(1)
  expect(alerts.length).toBeGreaterThan(5)
  const tests = read('ops/prometheus/alerts.test.yml')
  const tested = [...tests.matchAll(/alertname(?:: |=")(\w+)/g)].map((match) => match[1])
  for (const alert of alerts) {
    const name = /^\w+/.exec(alert)?.[0] ?? ''
    expect(alert, name).toMatch(/summary: .+\n\s+description: .+\n/)
    const heading = /runbook: See "(.+)" in docs\/operate\.md\./.exec(alert)?.[1]
    expect(manual, name).toMatch(new RegExp(`^#+ ${heading}$`, 'm'))
    expect(tested, name).toContain(name)
  }
})

it('the panels of the dashboard have their own places', () => {
  const ids = dashboard.panels.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
  expect(dashboard.templating.list).toContainEqual(
    expect.objectContaining({ name: 'datasource', type: 'datasource' }),
  )
})

it('alerts and dashboard use no metric that is not told', async (context) => {
  const { startEm, start } = createRig(context)
  const bff = await start((await startEm()).target, { collects: true, historyDays: 1 })
  const told = readMetrics((await bff.get('/metrics')).text)
  const alerts = rules.split('\n').filter((line) => !line.trim().startsWith('#'))
  for (const text of [...queries, alerts.join('\n')]) {
    const used = text.match(/\b(cdp_watch|process|nodejs)_\w+/g) ?? []
    expect(used.length, text).toBeGreaterThan(0)
    for (const name of used) {
      const family = name.replace(/_(bucket|sum|count)$/, '')
      expect(told.has(name) || told.get(family)?.type === 'histogram', name).toBe(true)
    }
  }
})

itWith('prometheus')(
  'a Prometheus scrapes it, and rings when EM is gone',
  async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start(em.target, { collects: true, historyDays: 1, pollSeconds: 1 })
    const hasty = rules.replaceAll(/for: \d+m/g, 'for: 1s')
    const prometheus: Prometheus = await startPrometheus(new URL(bff.url).host, hasty)
    context.onTestFinished(prometheus.stop)
    const total = async (expression: string) =>
      [...(await prometheus.query(expression)).values()].reduce((sum, value) => sum + value, 0)
    const awaitQuery = (expression: string, isWanted: (sum: number) => boolean) =>
      until(() => total(expression), isWanted, patienceMs)

    await awaitQuery('up{job="cdp-watch"}', (up) => up === 1)
    await awaitQuery('cdp_watch_em_state{state="ready"}', (ready) => ready === 1)
    await awaitQuery('sum(cdp_watch_policies)', (policies) => policies > 0)
    const series = await total('count({__name__=~"cdp_watch_.+"})')
    expect(series).toBeGreaterThan(50)
    // Every panel's query is one that Prometheus takes.
    for (const query of queries) {
      const expression = query.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*')
      await prometheus.query(expression)
    }
    const stateOf = (alert: string) => async () => (await prometheus.alerts()).get(alert)
    const outOfReach = stateOf('CdpWatchEmOutOfReach')
    await until(outOfReach, (state) => state === 'inactive', patienceMs)
    await em.halt()
    await until(outOfReach, (state) => state === 'firing', patienceMs)
    expect(await stateOf('CdpWatchDown')()).toBe('inactive')
    await bff.stop()
    await until(stateOf('CdpWatchDown'), (state) => state === 'firing', patienceMs)
  },
  180_000,
)
