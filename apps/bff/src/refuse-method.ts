import type { RequestHandler } from 'express'
import { AppError } from './errors.ts'

/** Refuses every method that no route before it took, and tells in `Allow` which ones are taken. Throws an AppError. */
export function refuseMethod(
  allowed: 'GET' | 'GET, HEAD' | 'POST' | 'GET, HEAD, POST' | 'DELETE',
): RequestHandler {
  return (req, res) => {
    res.setHeader('Allow', allowed)
    throw new AppError('method-not-allowed', `${req.path} takes ${allowed} only.`)
  }
}
