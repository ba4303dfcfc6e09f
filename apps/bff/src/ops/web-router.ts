import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { wallPaths } from '@cdp-watch/contract'
import express, { type RequestHandler, Router } from 'express'
import { AppError } from '../errors.ts'
import { firstSegment } from '../http/first-segment.ts'
import { createPrecompressed } from './precompressed.ts'
import { nonceOf } from './security-headers.ts'

const noncePlaceholder = '__CSP_NONCE__'
const yearMs = 365 * 24 * 3600 * 1000

/** Serves the built web app: files that carry a hash for ever, the pages themselves always fresh: the wall's at its address, the app's at every other. */
export function createWebRouter(distDir: string): Router {
  const assets = path.join(distDir, 'assets')
  const answerPage = createPage(path.join(distDir, 'index.html'))
  const answerWall = createPage(path.join(distDir, 'wall.html'))
  const router = Router({ caseSensitive: true, strict: true })
  // The file on disk still has the placeholder where the nonce belongs.
  router.get('/index.html', answerPage)
  router.get([wallPaths.wall, `${wallPaths.wall}/`, '/wall.html'], answerWall)
  router.use(
    '/assets',
    ...(existsSync(assets) ? [createPrecompressed(assets)] : []),
    express.static(assets, {
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

function createPage(file: string): RequestHandler {
  const html = readFileSync(file, 'utf8')
  return (_req, res) => {
    res
      .setHeader('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll(noncePlaceholder, nonceOf(res)))
  }
}
