import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { EmTarget } from '../src/config.ts'

const announcementSchema = z.object({
  url: z.string(),
  username: z.string(),
  password: z.string(),
  certSha256: z.string(),
})

const receivedSchema = z.object({
  total: z.number(),
  byKind: z.record(z.string(), z.number()),
  cookiesSeen: z.number(),
  logons: z.number(),
  liveLogons: z.number(),
  maxConcurrent: z.number(),
  requests: z.array(
    z.object({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      status: z.number().nullable(),
    }),
  ),
})
export type Received = z.infer<typeof receivedSchema>

/** A way in which the next requests to the simulator fail. */
export interface Fault {
  kind: '401' | '403' | '500' | '503' | 'slow' | 'reset' | 'truncated' | 'html' | 'xml-error'
  count?: number
  delayMs?: number
  retryAfter?: number
  /** Only requests whose address holds this text. */
  path?: string
}

/** A simulated Enterprise Manager in a process of its own. */
export interface Simulator {
  target: EmTarget
  port: number
  /** Folder of its certificate; a simulator started with it again is the same EM to a client. */
  certDir: string
  certificate: string
  fail(fault: Fault): Promise<void>
  /** Takes back the failures that are still to come. */
  endFaults(): Promise<void>
  set(settings: Readonly<Record<string, string | number | boolean>>): Promise<void>
  expireLogons(): Promise<void>
  /** Moves its clock. */
  advance(seconds: number): Promise<void>
  /** What it has received since `forget`. */
  received(): Promise<Received>
  forget(): Promise<void>
  /** Ends its process but keeps its certificate, so that another can take its place. */
  halt(): Promise<void>
  stop(): Promise<void>
}

/** Kept from run to run: it makes a start faster by half, and there are many. */
const compileCache = path.join(tmpdir(), 'cdp-watch-compiled')
const entry = path.resolve(import.meta.dirname, '../../simulator/src/main.ts')

/** Starts a simulator with the options of its command line beside `--control`. Rejects where it ends at its start. */
export async function startSimulator(
  options: Readonly<Record<string, string | number>> = {},
): Promise<Simulator> {
  const certDir = String(options['cert-dir'] ?? mkdtempSync(path.join(tmpdir(), 'cdp-watch-em-')))
  const given = { port: 0, policies: 12, vms: 4, days: 8, ...options, 'cert-dir': certDir }
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = fork(entry, ['--control', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  const announced = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the simulator ended at its start (exit code ${code})`)
    }),
  ])
  const { url, username, password, certSha256 } = announcementSchema.parse(announced[0])
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false })
  const control = (method: string, name: string, body?: unknown) =>
    callControl({ url: new URL(`/__simulator/${name}`, url), method, agent }, body)
  const sha256 = certSha256.replaceAll(':', '')
  const halt = async () => {
    agent.destroy()
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill()
    await exited
  }
  return {
    target: { url, username, password, trust: { kind: 'pin', sha256 } },
    port: Number(new URL(url).port),
    certDir,
    certificate: certificateIn(certDir),
    fail: async (fault) => void (await control('POST', 'fail', fault)),
    endFaults: async () => void (await control('DELETE', 'fail')),
    set: async (settings) => void (await control('POST', 'set', settings)),
    advance: async (seconds) => void (await control('POST', 'clock', { advanceSeconds: seconds })),
    expireLogons: async () => void (await control('POST', 'expire-logons')),
    received: async () => receivedSchema.parse(JSON.parse(await control('GET', 'requests'))),
    forget: async () => void (await control('DELETE', 'requests')),
    halt,
    stop: async () => {
      await halt()
      if (options['cert-dir'] === undefined) rmSync(certDir, { recursive: true, force: true })
    },
  }
}

function certificateIn(folder: string): string {
  const pem = readFileSync(path.join(folder, 'certificate.pem'), 'utf8')
  return pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----'))
}

function callControl(
  where: { url: URL; method: string; agent: Agent },
  body: unknown,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(where.url, { method: where.method, agent: where.agent }, (answer) => {
      text(answer).then((said) => {
        if (answer.statusCode === 200) resolve(said)
        else reject(new Error(`the simulator answered ${answer.statusCode} to control: ${said}`))
      }, reject)
    })
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
