import type { About } from '@cdp-watch/contract'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Config, EmTarget } from './config.ts'
import { createEmClient } from './em/client.ts'
import { CollectionWatch } from './em/collection-watch.ts'
import { createEmHttp } from './em/http.ts'
import { EmLogon } from './em/logon.ts'
import { logOffFrom, logOnTo } from './em/logon-request.ts'
import { createTrustedAgent } from './em/trust.ts'
import { AppError, answerErrors } from './errors.ts'
import { createLiveRouter } from './live/live-router.ts'
import { createRequestLog } from './ops/log.ts'
import { createOpsRouter } from './ops/ops-router.ts'
import { createSecurityHeaders } from './ops/security-headers.ts'
import { createWebRouter } from './ops/web-router.ts'

export interface App {
  express: Express
  /** Begins the work that goes on without requests. */
  start(): void
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
}

/** Puts the parts together; the only place that does. */
export function createApp({ config, em, about, log, webDir }: AppOptions): App {
  const agent = createTrustedAgent(em.trust, config.timeoutSeconds)
  const send = createEmHttp({ url: em.url, agent, timeoutSeconds: config.timeoutSeconds })
  const logon = new EmLogon({
    logOn: () => logOnTo(em, send),
    logOff: (old) => logOffFrom(old, send),
    log,
  })
  const client = createEmClient({ logon, send })
  const collection = new CollectionWatch({ client, log, pollSeconds: config.pollSeconds })

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(createRequestLog(log))
  app.use(createSecurityHeaders())
  app.use(createOpsRouter({ about, logon, collection }))
  app.use(createLiveRouter({ ...config, url: em.url, agent, logon }))
  app.use(createWebRouter(webDir))
  app.use((req) => {
    throw new AppError('not-found', `${req.path} is not known here.`)
  })
  app.use(answerErrors)

  return {
    express: app,
    start: () => collection.start(),
    stop: async () => {
      collection.stop()
      await logon.close()
      agent.destroy()
    },
  }
}
