import type { BlockList } from 'node:net'
import { routes } from '@cdp-watch/contract'
import { type Request, Router } from 'express'
import { addressOf } from '../../access/viewer.ts'
import type { Front } from '../../config-front.ts'
import { AppError } from '../../errors.ts'
import { isListed } from '../../http/listed-address.ts'
import { refuseParameters } from '../../read-query.ts'
import { refuseMethod } from '../../refuse-method.ts'

interface MetricsRouterOptions {
  /** Who may read them. */
  allow: BlockList
  proxies: Front['proxies']
  contentType: string
  read: () => Promise<string>
}

/** Headers by which a proxy says for whom it asks. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/** `GET /metrics`, for few addresses: it tells how much fails, to whoever is not signed in. */
export function createMetricsRouter(options: MetricsRouterOptions): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.get(routes.metrics.path, async (req, res) => {
    refuseOthers(req, options)
    refuseParameters(req.query)
    const text = await options.read()
    res.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', options.contentType)
    res.send(text)
  })
  router.all(routes.metrics.path, refuseMethod('GET, HEAD'))
  return router
}

/** Throws an AppError. Behind a proxy that is not believed everybody would have its address, so that one may not read. */
function refuseOthers(req: Request, { allow, proxies }: MetricsRouterOptions): void {
  const isForwarded = forwarding.some((name) => req.headers[name] !== undefined)
  if (isForwarded && !isListed(req.socket.remoteAddress ?? '', proxies)) {
    throw new AppError(
      'address-refused',
      'It came through a proxy that is not in TRUST_PROXY, so nobody knows from where.',
    )
  }
  const address = addressOf(req)
  if (isListed(address, allow)) return
  throw new AppError('address-refused', `${address} is not among the addresses in METRICS_ALLOW.`)
}
