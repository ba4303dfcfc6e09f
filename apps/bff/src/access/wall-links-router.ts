import { newWallLinkSchema, routes, type WallLink, wallPaths } from '@cdp-watch/contract'
import { type Request, Router } from 'express'
import { AppError } from '../errors.ts'
import { parseBody, readJsonBody } from '../http/read-body.ts'
import { refuseParameters } from '../read-query.ts'
import { reasonOf } from '../reason-of.ts'
import { refuseMethod } from '../refuse-method.ts'
import type { Audit } from './audit.ts'
import { addressOf, nameOf, viewerOf } from './viewer.ts'
import { setWallCookie } from './wall-cookie.ts'
import type { WallLinkStore } from './wall-link-store.ts'
import type { WallScreens } from './wall-screens.ts'

const nameTaken = (name: string) =>
  new AppError(
    'bad-parameter',
    `“${name}” has a wall link already. Take another name, or revoke that link first.`,
    { parameter: 'name' },
  )

/**
 * `/api/wall-links`, which makes, lists and revokes them; `/wall/open/<secret>`, which a screen opens
 * once; and the guard of what the wall shows. A link begins with `publicOrigin`, or where there is none
 * with the address by which it was asked for.
 */
export function createWallLinksRouter(
  store: WallLinkStore,
  screens: WallScreens,
  { audit, publicOrigin }: { audit: Audit; publicOrigin: string | undefined },
): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const note = (kind: 'wall-link-made' | 'wall-link-revoked', req: Request, detail: string) =>
    audit.note({ kind, name: nameOf(viewerOf(req)), address: addressOf(req), detail })
  router.use([wallPaths.overview, routes.events.path], screens.guard)
  // For a GET alone Express would answer OPTIONS by itself, and nobody refuse it.
  router.all(routes.events.path, screens.holdStream)
  router.get(wallPaths.wall, screens.renewCookie)

  router.get(wallPaths.wallOpen, (req, res) => {
    const secret = String(req.params.secret)
    const found = store.find(secret)
    // A screen that is refused has to say so, on the wall where people look.
    setWallCookie(req, res, secret)
    if (found && !found.isRevoked) screens.note(found.id, req)
    const options = req.url.indexOf('?')
    const query = options < 0 ? '' : req.url.slice(options)
    res.setHeader('Cache-Control', 'no-store')
    res.redirect(303, `${wallPaths.wall}${query}`)
  })

  router
    .route(wallPaths.wallLinks)
    .get((req, res) => {
      refuseParameters(req.query)
      const items: WallLink[] = onDisk('listed', () => store.list(Date.now()))
      res.setHeader('Cache-Control', 'no-store').json({ items })
    })
    .post(readJsonBody, (req, res) => {
      refuseParameters(req.query)
      const { name } = parseBody(newWallLinkSchema, req.body)
      const made = onDisk('made', () => store.make(name, nameOf(viewerOf(req)), Date.now()))
      if (made === undefined) throw nameTaken(name)
      note('wall-link-made', req, made.name)
      const path = wallPaths.wallOpen.replace(':secret', made.secret)
      const url = `${publicOrigin ?? `${req.protocol}://${req.host}`}${path}`
      res.setHeader('Cache-Control', 'no-store').json({ id: made.id, name: made.name, url })
    })
    .all(refuseMethod('GET, HEAD, POST'))

  router
    .route(wallPaths.wallLink)
    .delete((req, res) => {
      refuseParameters(req.query)
      const id = String(req.params.id)
      if (!onDisk('revoked', () => store.revoke(id, Date.now())))
        throw new AppError('not-found', `There is no wall link ${id} that could be revoked.`)
      note(
        'wall-link-revoked',
        req,
        store.list(Date.now()).find((link) => link.id === id)?.name ?? id,
      )
      screens.endRevoked()
      res.status(204).end()
    })
    .all(refuseMethod('DELETE'))
  return router
}

/** A link is made or revoked on disk or not at all: where that fails, whoever asked for it has to know. */
function onDisk<T>(what: 'made' | 'revoked' | 'listed', work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new AppError(
      'access-failed',
      `Wall links cannot be ${what} (${reasonOf(error)}). Look after the disk of the data folder: room on it, and rights to it. Then try again.`,
      {},
      error,
    )
  }
}
