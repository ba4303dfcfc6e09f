import { setTimeout as sleep } from 'node:timers/promises'
import type { Freshness } from '@cdp-watch/contract'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { AuditNote } from '../../access/audit.ts'
import type { WatchEmRequest } from '../../em/request-watch.ts'
import { AppError } from '../../errors.ts'
import type { Standing } from '../../session-index/overview/standing.ts'
import type { IndexWatch } from '../../session-index/session-index.ts'
import { createDiskMetrics } from './disk-metrics.ts'
import { createDoorMetrics } from './door-metrics.ts'
import { createEmMetrics } from './em-metrics.ts'
import { createHttpMetrics } from './http-metrics.ts'
import { createIndexMetrics } from './index-metrics.ts'
import { createStandingMetrics } from './standing-metrics.ts'
import { createStateMetrics } from './state-metrics.ts'

/** What is read at each scrape. */
export interface MetricsSources {
  freshness(): Freshness
  /** Undefined, or a rejection, where the index cannot be read. */
  standing(): Promise<Standing | undefined>
  listeners(): number
}

/** A reader that is busy with somebody's question keeps a scrape waiting for no longer; what it told last is told again. */
const patienceMs = 2000

/** The numbers of one dashboard, in a registry of its own. They hold no names but those of the product. */
export class Metrics {
  readonly registry = new Registry()
  readonly watchHttp: RequestHandler
  readonly watchEm: WatchEmRequest
  readonly watchIndex: IndexWatch
  readonly watchDoor: (note: AuditNote) => void
  readonly #tellState: (freshness: Freshness) => void
  readonly #tellStanding: (standing: Standing | undefined) => void
  readonly #tellDisk: () => Promise<void>
  readonly #clients: Gauge
  readonly #log: Logger
  #standing: Standing | undefined

  constructor(options: { version: string; dataDir: string; log: Logger }) {
    const { registry } = this
    this.#log = options.log
    this.watchHttp = createHttpMetrics(registry)
    this.watchEm = createEmMetrics(registry)
    this.watchIndex = createIndexMetrics(registry)
    this.watchDoor = createDoorMetrics(registry)
    this.#tellState = createStateMetrics(registry)
    this.#tellStanding = createStandingMetrics(registry)
    this.#tellDisk = createDiskMetrics(registry, options.dataDir)
    this.#clients = new Gauge({
      name: 'cdp_watch_event_listeners',
      help: 'Pages and screens that listen for events at this moment.',
      registers: [registry],
    })
    const build = new Gauge({
      name: 'cdp_watch_build_info',
      help: 'Version of CDP Watch, and of the Node it runs on.',
      labelNames: ['version', 'node'] as const,
      registers: [registry],
    })
    build.set({ version: options.version, node: process.version }, 1)
  }

  /** Begins to measure the process itself: memory, CPU, event loop. */
  start(): void {
    collectDefaultMetrics({ register: this.registry })
  }

  /** All numbers as of now, in Prometheus's text format. */
  async read(sources: MetricsSources): Promise<string> {
    this.#tellState(sources.freshness())
    this.#clients.set(sources.listeners())
    this.#standing = await this.#readStanding(sources)
    this.#tellStanding(this.#standing)
    await this.#tellDisk()
    return this.registry.metrics()
  }

  async #readStanding({ standing }: MetricsSources): Promise<Standing | undefined> {
    const given = new AbortController()
    const late = sleep(patienceMs, this.#standing, { signal: given.signal, ref: false })
    const read = standing().catch((error: unknown) => {
      // That the index cannot be read is told by its state, and logged where it failed.
      if (!(error instanceof AppError))
        this.#log.error({ err: error }, 'the metrics lack how policies are')
      return undefined
    })
    try {
      return await Promise.race([read, late])
    } finally {
      given.abort()
      // It rejects where it is not waited for any more.
      late.catch(() => undefined)
    }
  }
}
