import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import { bffCommand, bffEnvironment, root } from '../scripts/root.ts'
import { awaitAnnouncement, makeDataFolder, startServer } from './server-process.ts'
import { clockVariable } from './shift-clock.ts'
import { SimulatorControl } from './simulator-control.ts'

/** How a simulator is started; what is left out is the simulator's own default. */
export interface SimulatorOptions {
  /** 0 or left out: a free one. */
  port?: number
  /** Folder of its certificate; give one to start it again as the same Enterprise Manager. */
  certDir?: string
  /** Its clock at the start, ISO 8601 UTC. Left out: the real time. */
  now?: string
  seed?: number
  policies?: number
  vms?: number
  days?: number
  speed?: number
  latencyMs?: number
  idleMinutes?: number
  maxPageSize?: number
  jsonCase?: 'camel' | 'pascal'
  bom?: boolean
}

/**
 * The Enterprise Manager of tests and pictures. Simulator, BFF and browser stand on its clock
 * together and run on from it, so that the data is the same whenever they run.
 */
export const standardSimulator = {
  now: '2026-06-15T09:30:00Z',
  seed: 7,
} as const satisfies SimulatorOptions

interface Announcement {
  url: string
  username: string
  password: string
  certSha256: string
}

export interface RunningSimulator extends Announcement {
  child: ChildProcess
  control: SimulatorControl
  /** What is to be added to the real time to get the simulator's, in milliseconds, while its speed is 1. */
  clockOffsetMs: number
  written(): string
  stop(): Promise<void>
}

export interface RunningBff {
  /** Origin, `http://127.0.0.1:54321`. */
  url: string
  /** Its process, with a channel for messages to and from what was imported before its own code. */
  child: ChildProcess
  written(): string
  stop(): Promise<void>
}

const simulatorEntry = path.join(root, 'apps/simulator/src/main.ts')

const flags = {
  port: '--port',
  certDir: '--cert-dir',
  now: '--now',
  seed: '--seed',
  policies: '--policies',
  vms: '--vms',
  days: '--days',
  speed: '--speed',
  latencyMs: '--latency-ms',
  idleMinutes: '--idle-minutes',
  maxPageSize: '--max-page-size',
  jsonCase: '--json-case',
} as const satisfies Partial<Record<keyof SimulatorOptions, string>>

/** Starts a simulated Enterprise Manager with its control interface. Rejects with what it wrote. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const data = makeDataFolder()
  const { bom, ...valued } = { port: 0, certDir: data.folder, ...options }
  const args = [
    '--control',
    ...(bom ? ['--bom'] : []),
    ...Object.entries(flags).flatMap(([name, flag]) => {
      const value: unknown = Reflect.get(valued, name)
      return value === undefined ? [] : [flag, String(value)]
    }),
  ]
  const server = startServer(execPath, [simulatorEntry, ...args], {
    cwd: data.folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const message = await awaitAnnouncement(server, 'The simulator', (found) =>
    server.child.once('message', found),
  )
  const announced = readAnnouncement(message)
  const control = new SimulatorControl(announced.url)
  return {
    ...announced,
    child: server.child,
    control,
    clockOffsetMs: (await control.now()) - Date.now(),
    written: server.written,
    stop: async () => {
      await server.stop()
      data.remove()
    },
  }
}

const bffClock = path.join(import.meta.dirname, 'bff-clock.ts')

/**
 * Starts a BFF on a free port, logged on to this simulator, or without one as a demo; in both cases
 * without a sign-in, unless `environment` asks for one. `modules` are imported before its own code: left
 * out, the one that puts it on the simulator's clock. Rejects with what it wrote.
 */
export async function startBff(
  simulator: RunningSimulator | undefined,
  environment: Readonly<Record<string, string>> = {},
  modules: readonly string[] = [bffClock],
): Promise<RunningBff> {
  const data = makeDataFolder()
  const imports = modules.flatMap((module) => ['--import', pathToFileURL(module).href])
  const server = startServer(execPath, [...imports, ...bffCommand], {
    // Away from the checkout, whose `.env` is the developer's.
    cwd: data.folder,
    env: {
      PORT: '0',
      DATA_DIR: data.folder,
      ...(simulator && {
        EM_URL: simulator.url,
        EM_USERNAME: simulator.username,
        EM_PASSWORD: simulator.password,
        EM_CERT_SHA256: simulator.certSha256,
        ACCESS: 'open',
        [clockVariable]: String(simulator.clockOffsetMs),
      }),
      ...bffEnvironment,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const url = await awaitAnnouncement<string>(server, 'The BFF', (found) =>
    server.child.stdout?.on('data', () => {
      const address = /^CDP Watch is at (\S+)/m.exec(server.written())?.[1]
      if (address) found(address)
    }),
  )
  return {
    url,
    child: server.child,
    written: server.written,
    stop: async () => {
      await server.stop()
      data.remove()
    },
  }
}

function readAnnouncement(message: unknown): Announcement {
  const text = (key: keyof Announcement) => {
    const value: unknown =
      typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined
    if (typeof value !== 'string') throw new Error(`the simulator announced no ${key}`)
    return value
  }
  return {
    url: text('url'),
    username: text('username'),
    password: text('password'),
    certSha256: text('certSha256'),
  }
}
