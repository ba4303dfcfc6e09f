import { type About, type Freshness, routes } from '@cdp-watch/contract'
import { Router } from 'express'
import type { EmLogon } from '../em/logon.ts'
import { AppError } from '../errors.ts'
import { refuseParameters } from '../read-query.ts'
import { refuseMethod } from '../refuse-method.ts'
import { createOpenApi } from './open-api.ts'

const whyNotReady =
  'Enterprise Manager cannot be used; /api/freshness says why to whoever is signed in.'

/** What the dashboard says of itself: liveness, readiness, freshness, its interface. */
export function createOpsRouter(options: {
  about: About
  logon: EmLogon
  freshness: () => Freshness
}): Router {
  const { about, logon, freshness } = options
  const openApi = createOpenApi(about.version)
  const router = Router({ caseSensitive: true, strict: true })
  const answer = (path: string, value: () => unknown) => {
    router.get(path, (req, res) => {
      refuseParameters(req.query)
      res.setHeader('Cache-Control', 'no-store').json(value())
    })
    router.all(path, refuseMethod('GET, HEAD'))
  }

  answer(routes.liveness.path, () => ({ status: 'alive' }))
  answer(routes.readiness.path, () => {
    const em = logon.describe()
    if (em.state === 'ready') return { status: 'ready' }
    // To whoever balances load, all that matters of any reason is that this is not ready. Anybody may ask here,
    // so the addresses and names in the reason stay inside.
    const notReady = { status: 503, retryAfterSeconds: 5 }
    if (em.error) throw new AppError(em.error.code, whyNotReady, notReady)
    throw new AppError('em-logged-off', 'The logon is under way.', { retryAfterSeconds: 1 })
  })
  answer(routes.about.path, () => about)
  answer(routes.openApi.path, () => openApi)
  answer(routes.freshness.path, freshness)
  return router
}
