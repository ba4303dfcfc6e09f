import type { IncomingHttpHeaders } from 'node:http'
import type { Request, RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { firstSegment } from './first-segment.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a browser says that a request was not sent by a page of this server. `Sec-Fetch-Site` tells it
 * where the connection is HTTPS or local, `Origin` wherever something is written. Without either it was
 * no browser, hence nobody whose cookie another site could use.
 */
export function isCrossSite(
  headers: IncomingHttpHeaders,
  method: string,
  publicOrigin: string | undefined,
): boolean {
  const site = headers['sec-fetch-site']
  // `none`: the person typed the address, or it is in a bookmark.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (reading.has(method) || headers.origin === undefined) return false
  return headers.origin !== publicOrigin && hostOf(headers.origin) !== headers.host?.toLowerCase()
}

/** Host and port of an origin; null of `null` and of what is none. A proxy may have ended HTTPS, so the scheme says nothing. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null
}

/**
 * Refuses what other sites send: all that writes, and all of the interface, since a live query is work
 * for EM also where its answer is kept from whoever asked. `onRefused` is told before.
 */
export function createCrossSiteCheck(
  publicOrigin: string | undefined,
  onRefused: (request: Request) => void,
): RequestHandler {
  return (req, _res, next) => {
    const isGuarded = !reading.has(req.method) || firstSegment(req.path) === 'api'
    if (!isGuarded || !isCrossSite(req.headers, req.method, publicOrigin)) return next()
    onRefused(req)
    throw new AppError('cross-site', 'Open the dashboard itself and do it there.')
  }
}
