import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { SimulatorOptions } from './options.ts'
import type { RunningSimulator } from './server.ts'
import { startSimulator } from './server.ts'

/** An answer as tests look at it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** What is sent beside the path. */
export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A value deep inside of parsed JSON; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Reflect.get(current, key)
  }
  return current
}

/** A list deep inside of parsed JSON. Throws where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): unknown[] {
  const found = at(value, ...path)
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`)
  return found
}

/** A client that trusts the simulator's own certificate, and no other. */
export function clientOf(simulator: RunningSimulator) {
  const send = (path: string, sent: Sent = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body = '' } = sent
      const length = method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const outgoing = request(
        `${simulator.url}${path}`,
        { method, headers: { ...length, ...headers }, ca: simulator.certificate, agent: false },
        (incoming) => {
          const received: Record<string, string> = {}
          for (const [name, value] of Object.entries(incoming.headers)) {
            if (value !== undefined) received[name] = String(value)
          }
          buffer(incoming).then(
            (content) =>
              resolve({
                status: incoming.statusCode ?? 0,
                headers: received,
                text: content.toString('utf8'),
              }),
            reject,
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  const logOn = (userName = simulator.username, password = simulator.password) => {
    const credentials = Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')
    return send('/api/sessionMngr/?v=latest', {
      method: 'POST',
      headers: { Authorization: `Basic ${credentials}`, Accept: 'application/json' },
    })
  }

  let token: Promise<string> | undefined
  const ownToken = () => {
    token ??= logOn().then((answer) => answer.headers['x-restsvcsessionid'] ?? '')
    return token
  }

  /** Sends with the client's own logon, made at the first call. */
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    send(path, {
      headers: {
        Accept: 'application/json',
        'X-RestSvcSessionId': await ownToken(),
        ...headers,
      },
    })

  const json = async (path: string): Promise<unknown> => {
    const answer = await get(path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text)
  }

  const queryPath = (type: string, parameters: Readonly<Record<string, string | number>> = {}) => {
    const all = Object.entries({ type, format: 'Entities', pageSize: 1000, ...parameters })
    return `/api/query?${all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
  }

  const names: Record<string, string> = {
    CdpReplicaSession: 'cdpReplicaSessions',
    CdpReplicaTaskSession: 'cdpReplicaTaskSessions',
    CdpPolicy: 'cdpPolicies',
    BackupServer: 'backupServers',
  }

  /** The entities of a query, in v13's names. */
  const query = async (
    type: string,
    parameters: Readonly<Record<string, string | number>> = {},
  ) => {
    const name = names[type] ?? type
    return listAt(await json(queryPath(type, parameters)), 'entities', name, name)
  }

  const control = async (method: string, path: string, body: unknown = {}): Promise<unknown> => {
    const sent = method === 'GET' ? { method } : { method, body: JSON.stringify(body) }
    return JSON.parse((await send(`/__simulator/${path}`, sent)).text)
  }

  return { send, logOn, get, json, query, queryPath, control }
}

/** Starts a simulator for tests at a fixed time, with its certificate in a directory that goes with it. */
export async function startForTest(options: Partial<SimulatorOptions> = {}) {
  const certDir = await mkdtemp(join(tmpdir(), 'simulator-'))
  const simulator = await startSimulator({
    port: 0,
    policies: 30,
    vms: 4,
    days: 8,
    now: Date.parse('2026-11-23T14:32:00Z'),
    certDir,
    ...options,
  })
  return {
    simulator,
    client: clientOf(simulator),
    stop: async () => {
      await simulator.stop()
      await rm(certDir, { recursive: true })
    },
  }
}
