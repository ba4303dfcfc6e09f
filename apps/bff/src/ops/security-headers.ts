import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import type { Front } from '../config-front.ts'

const nonces = new WeakMap<ServerResponse, string>()

/** The nonce that lets styles of this one answer through; made when it is first asked for. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64')
  nonces.set(response, nonce)
  return nonce
}

/** What no page of it needs, and nothing that it shows shall ask for. */
const refusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
const permissions = refusedFeatures.map((feature) => `${feature}=()`).join(', ')
const yearSeconds = 365 * 24 * 3600

/**
 * Security headers of every answer. Styles made at run time (the component library's, the editor's)
 * need the page's nonce. HSTS is for the name alone: what else goes by names below it is not ours.
 */
export function createSecurityHeaders(front: Pick<Front, 'isHttps' | 'frameAncestors'>): Router {
  const ancestors = front.frameAncestors.length > 0 ? [...front.frameAncestors] : ["'none'"]
  const router = Router()
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ancestors,
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      // It knows no list: where some may frame it, the policy above alone says who.
      xFrameOptions: front.frameAncestors.length > 0 ? false : { action: 'deny' },
      strictTransportSecurity: front.isHttps
        ? { maxAge: yearSeconds, includeSubDomains: false }
        : false,
    }),
  )
  const allow: RequestHandler = (_req, res, next) => {
    res.setHeader('Permissions-Policy', permissions)
    next()
  }
  return router.use(allow)
}
