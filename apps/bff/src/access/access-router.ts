import { accessRoutes, auditQuerySchema, signInBodySchema } from '@cdp-watch/contract'
import { type RequestHandler, Router } from 'express'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { parseBody, readJsonBody } from '../http/read-body.ts'
import { readQuery, refuseParameters } from '../read-query.ts'
import { refuseMethod } from '../refuse-method.ts'
import type { Gate, SigningIn } from './gate.ts'
import { addressOf, meOf, viewerOf } from './viewer.ts'

/** Routes of access: sign-in, sign-out, who is signed in, and the audit. */
export function createAccessRouter(gate: Gate, access: Config['access']): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.use((req, res, next) => {
    if (ours.has(req.path)) res.setHeader('Cache-Control', 'no-store')
    next()
  })

  router.get(accessRoutes.signInState.path, (req, res) => {
    refuseParameters(req.query)
    res.json({ access: access.kind, isSignedIn: gate.identify(req) !== undefined })
  })
  router.post(accessRoutes.signIn.path, readJsonBody, signIn(gate))
  router.all(accessRoutes.signIn.path, refuseMethod('GET, HEAD, POST'))

  router.post(accessRoutes.signOut.path, signOut(gate))
  router.all(accessRoutes.signOut.path, refuseMethod('POST'))

  router.get(accessRoutes.me.path, (req, res) => {
    refuseParameters(req.query)
    const viewer = viewerOf(req)
    if (!viewer || viewer.kind === 'wall')
      throw new AppError('not-signed-in', 'Nobody is signed in.')
    res.json(meOf(viewer))
  })
  router.all(accessRoutes.me.path, refuseMethod('GET, HEAD'))

  router.get(accessRoutes.audit.path, (req, res) => {
    res.json(gate.audit.list(readQuery(auditQuerySchema, req.query)))
  })
  router.all(accessRoutes.audit.path, refuseMethod('GET, HEAD'))
  return router
}

const { signInState, signOut: signOutRoute, me, audit } = accessRoutes
const ours: ReadonlySet<string> = new Set(
  [signInState, signOutRoute, me, audit].map(({ path }) => path),
)

function signIn(gate: Gate): RequestHandler {
  return async (req, res) => {
    refuseParameters(req.query)
    const { signIn: signing, logins, cookie } = signingInOf(gate)
    const address = addressOf(req)
    const name = await signing.nameOf(parseBody(signInBodySchema, req.body), address)
    const before = cookie.read(req)
    if (before !== undefined) logins.end(before)
    const { id, login } = logins.begin(name)
    gate.audit.note({ kind: 'sign-in', name, address })
    cookie.set(res, id)
    res.json(meOf({ kind: 'em', ...login }))
  }
}

function signOut(gate: Gate): RequestHandler {
  return (req, res) => {
    refuseParameters(req.query)
    const { logins, cookie } = signingInOf(gate)
    const id = cookie.read(req)
    const login = id === undefined ? undefined : logins.end(id, res)
    if (login) gate.audit.note({ kind: 'sign-out', name: login.name, address: addressOf(req) })
    cookie.clear(res)
    // What a browser has kept of answers must not be shown to whoever sits there next.
    res.setHeader('Clear-Site-Data', '"cache"')
    res.json({ access: 'em', isSignedIn: false })
  }
}

function signingInOf(gate: Gate): SigningIn {
  if (gate.signingIn) return gate.signingIn
  throw new AppError('not-found', 'There is no sign-in here.')
}
