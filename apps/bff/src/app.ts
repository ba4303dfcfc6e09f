import { type About, type Freshness, type ProblemCode, routes } from '@cdp-watch/contract'
import express, { type Express, type Request } from 'express'
import type { Logger } from 'pino'
import { createAccessRouter } from './access/access-router.ts'
import { auditExports } from './access/audit-exports.ts'
import { createCheckCredentials } from './access/check-credentials.ts'
import { Gate } from './access/gate.ts'
import { addressOf } from './access/viewer.ts'
import { WallLinkStore } from './access/wall-link-store.ts'
import { createWallLinksRouter } from './access/wall-links-router.ts'
import { WallScreens } from './access/wall-screens.ts'
import type { Config, EmTarget } from './config.ts'
import { createEmClient } from './em/client.ts'
import { EmClock } from './em/em-clock.ts'
import { createEmHttp } from './em/http.ts'
import { EmLogon } from './em/logon.ts'
import { logOffFrom, logOnTo } from './em/logon-request.ts'
import { watchSending } from './em/request-watch.ts'
import { createTrustedAgent } from './em/trust.ts'
import { AppError, answerErrors } from './errors.ts'
import { refuseLongBodies } from './http/body-check.ts'
import { createCrossSiteCheck } from './http/cross-site.ts'
import { createHostCheck } from './http/host-check.ts'
import { isListed } from './http/listed-address.ts'
import { createLiveRouter } from './live/live-router.ts'
import { EventStream } from './ops/event-stream.ts'
import { createRequestLog } from './ops/log.ts'
import { Metrics } from './ops/metrics/metrics.ts'
import { createMetricsRouter } from './ops/metrics/metrics-router.ts'
import { createOpsRouter } from './ops/ops-router.ts'
import { createSecurityHeaders } from './ops/security-headers.ts'
import { createWebRouter } from './ops/web-router.ts'
import { createIndexRouter } from './session-index/http/index-router.ts'
import { SessionIndex } from './session-index/session-index.ts'
import type { IndexThreads } from './session-index/threads/begin-threads.ts'

export interface App {
  express: Express
  /** Opens the index. Rejects with IndexUnusable where its database cannot be used. */
  open(): Promise<void>
  /** Begins to log on, so that the first who asks does not wait for it. */
  logOn(): void
  /** Begins to collect, and to tell those who listen. */
  start(): void
  /** Ends the answers that would never end by themselves. */
  endStreams(): void
  /** Ends it and logs off from EM. */
  stop(): Promise<void>
}

interface AppOptions {
  config: Config
  em: EmTarget
  about: About
  log: Logger
  /** Folder of the built web app. */
  webDir: string
  /** The index's threads, where they were begun before. */
  threads?: IndexThreads
}

/** Puts the parts together; the only place that does. */
export function createApp({ config, em, about, log, webDir, threads }: AppOptions): App {
  const agent = createTrustedAgent(em.trust, config.timeoutSeconds)
  const clock = new EmClock()
  const metrics = new Metrics({ version: about.version, dataDir: config.dataDir, log })
  const { timeoutSeconds } = config
  const sendUnwatched = createEmHttp({ url: em.url, agent, timeoutSeconds, clock })
  const send = watchSending(sendUnwatched, metrics.watchEm)
  const logon = new EmLogon({
    logOn: () => logOnTo(em, send),
    logOff: (old) => logOffFrom(old, send),
    log,
  })
  const client = createEmClient({ logon, send })
  const index = new SessionIndex({
    config,
    client,
    clock,
    log,
    isDemo: about.demo,
    threads,
    watch: metrics.watchIndex,
  })
  const freshness = (): Freshness => ({
    nowUTC: new Date().toISOString(),
    em: { ...logon.describe(), clockOffsetSeconds: Math.round(clock.offsetMs / 1000) },
    ...index.describe(),
  })
  const events = new EventStream(freshness)
  index.onChange(() => events.notify())

  const links = new WallLinkStore(config.dataDir)
  const screens = new WallScreens(links, { log, version: about.version })
  const check = createCheckCredentials({
    url: em.url,
    send: watchSending(sendUnwatched, metrics.watchEm, 'sign-in'),
    log,
  })
  const gate = new Gate({ config, check, log, screens })
  gate.audit.onNote(metrics.watchDoor)
  const refused = (reason: ProblemCode) => (req: Request) =>
    gate.audit.note({
      kind: 'request-refused',
      name: null,
      address: addressOf(req),
      reason,
      detail: `${req.method} ${req.path.slice(0, 200)}`,
    })
  const { front } = config

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.set('trust proxy', (address: string) => isListed(address, front.proxies))
  app.use(metrics.watchHttp)
  app.use(createRequestLog(log))
  app.use(createSecurityHeaders(front))
  app.use(createHostCheck(front.hostNames, refused('wrong-host')))
  app.use(createCrossSiteCheck(front.publicOrigin, refused('cross-site')))
  app.use(refuseLongBodies)
  app.use(gate.guard)
  app.use(createAccessRouter(gate, config.access))
  app.use(createOpsRouter({ about, logon, freshness }))
  app.use(
    createMetricsRouter({
      allow: config.metricsAllow,
      proxies: front.proxies,
      contentType: metrics.registry.contentType,
      read: () =>
        metrics.read({
          freshness,
          standing: () => index.reading.standing(),
          listeners: () => events.listeners,
        }),
    }),
  )
  app.use(createWallLinksRouter(links, screens, { audit: gate.audit, ...front }))
  app.use(events.router)
  app.get(routes.sessionsExport.path, auditExports(gate.audit))
  app.use(createIndexRouter(index.reading))
  app.use(createLiveRouter({ ...config, url: em.url, agent, logon, watch: metrics.watchEm }))
  app.use(createWebRouter(webDir))
  app.use((req) => {
    throw new AppError('not-found', `${req.path} is not known here.`)
  })
  app.use(answerErrors)

  return {
    express: app,
    open: async () => {
      await index.open()
      gate.open()
    },
    // How it ends is logged, described and tried again by the logon itself.
    logOn: () => void Promise.allSettled([logon.token()]),
    start: () => {
      void index.start()
      gate.start()
      metrics.start()
      events.start()
      screens.start()
    },
    endStreams: () => events.stop(),
    stop: async () => {
      events.stop()
      screens.stop()
      links.close()
      await index.stop()
      await logon.close()
      gate.stop()
      agent.destroy()
    },
  }
}
