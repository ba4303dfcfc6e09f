import { readFileSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { AppError } from '../errors.ts'
import { nonceOf } from './security-headers.ts'

const noncePlaceholder = '__CSP_NONCE__'
const yearMs = 365 * 24 * 3600 * 1000

/** Serves the built web app: files that carry a hash for ever, the page itself always fresh, for every page's address. */
export function createWebRouter(distDir: string): Router {
  const index = readFileSync(path.join(distDir, 'index.html'), 'utf8')
  const answerPage: RequestHandler = (_req, res) => {
    res
      .setHeader('Cache-Control', 'no-store')
      .type('html')
      .send(index.replaceAll(noncePlaceholder, nonceOf(res)))
  }
  const router = Router({ caseSensitive: true, strict: true })
  // The file on disk still has the placeholder where the nonce belongs.
  router.get('/index.html', answerPage)
  router.use(
    '/assets',
    express.static(path.join(distDir, 'assets'), {
      immutable: true,
      maxAge: yearMs,
      index: false,
      redirect: false,
    }),
  )
  router.use(express.static(distDir, { index: false, maxAge: 0, redirect: false }))
  router.get('/{*page}', (req, res, next) => {
    // An asset of another version or a wrong API address is not a page, however it is written.
    if (['api', 'assets'].includes(firstSegment(req.path)))
      throw new AppError('not-found', `${req.path} is not known here.`)
    answerPage(req, res, next)
  })
  return router
}

/** First part of a path as a file system would see it. Express has refused a path that cannot be decoded. */
function firstSegment(urlPath: string): string {
  const plain = path.posix.normalize(decodeURIComponent(urlPath).replaceAll('\\', '/'))
  return plain.split('/').find(Boolean)?.toLowerCase() ?? ''
}
