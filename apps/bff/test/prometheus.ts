import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { call } from './http-call.ts'
import { until } from './until.ts'

/** A Prometheus that scrapes every second. */
export interface Prometheus {
  /** Values of an instant query, by series' labels as JSON. */
  query(expression: string): Promise<Map<string, number>>
  /** State of each alert: inactive, pending or firing. */
  alerts(): Promise<Map<string, string>>
  stop(): Promise<void>
}

const vectorSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
})
const rulesSchema = z.object({
  data: z.object({
    groups: z.array(
      z.object({ rules: z.array(z.object({ name: z.string(), state: z.string() })) }),
    ),
  }),
})

/** Its start takes a second; on a machine that is busy, many. */
const startMs = 60_000

/** Starts a Prometheus that scrapes this host and port as job `cdp-watch`, with these rules. */
export async function startPrometheus(target: string, rules: string): Promise<Prometheus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-prometheus-'))
  writeFileSync(path.join(folder, 'rules.yml'), rules)
  writeFileSync(path.join(folder, 'prometheus.yml'), configOf(target))
  const port = await freePort()
  const child = spawn(
    'prometheus',
    [
      `--config.file=${path.join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${path.join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const get = async (where: string) => (await call(`http://127.0.0.1:${port}`, where)).json()
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`Prometheus ended at its start:\n${log}`)
    // Nobody listens yet.
    const answer = await call(`http://127.0.0.1:${port}`, '/-/ready').catch(() => undefined)
    return answer?.status === 200
  }
  try {
    await until(isReady, Boolean, startMs)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    query: async (expression) => {
      const answer = await get(`/api/v1/query?query=${encodeURIComponent(expression)}`)
      const { result } = vectorSchema.parse(answer).data
      return new Map(result.map(({ metric, value }) => [JSON.stringify(metric), Number(value[1])]))
    },
    alerts: async () => {
      const { groups } = rulesSchema.parse(await get('/api/v1/rules')).data
      return new Map(groups.flatMap(({ rules: list }) => list.map((r) => [r.name, r.state])))
    },
    stop,
  }
}

const configOf = (target: string) => `
global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
rule_files: [rules.yml]
scrape_configs:
  - job_name: cdp-watch
    static_configs: [{ targets: ['${target}'] }]
`

/** Prometheus does not tell which port it was given. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port')
  return address.port
}
