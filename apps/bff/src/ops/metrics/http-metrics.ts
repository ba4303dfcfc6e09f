import { accessRoutes, routes, wallPaths } from '@cdp-watch/contract'
import type { Request, RequestHandler, Response } from 'express'
import { Histogram, type Registry } from 'prom-client'

const known: ReadonlySet<unknown> = new Set([
  ...Object.values({ ...routes, ...accessRoutes }).map(({ path }) => path),
  wallPaths.wallOpen,
])
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'DELETE'])

/** Measures every request but those for events, which last for as long as somebody listens. */
export function createHttpMetrics(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'cdp_watch_http_request_seconds',
    help: 'Requests by the pattern of their route: "page" is a page, "other" a file, or what was refused before its route was looked for. Status "cut": it ended before its answer did.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  })
  return (req, res, next) => {
    const begun = performance.now()
    res.once('close', () => {
      const route = routeOf(req)
      const status = statusOf(res)
      if (route === routes.events.path && !/^[45]/.test(status)) return
      const method = methods.has(req.method) ? req.method : 'other'
      seconds.observe({ method, route, status }, (performance.now() - begun) / 1000)
    })
    next()
  }
}

/** Never the path itself, of which there are as many as anybody likes to make up. */
function routeOf(req: Request): string {
  const { route }: { route?: { path?: unknown } } = req
  if (route === undefined) return 'other'
  return typeof route.path === 'string' && known.has(route.path) ? route.path : 'page'
}

function statusOf(res: Response): string {
  return res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : 'cut'
}
