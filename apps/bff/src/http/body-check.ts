import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/** Longer than any body this interface takes. */
const longestBody = 16_384

/**
 * Refuses bodies that are announced to be too long before anything reads them. What follows a request in
 * chunks, whose length nobody knows, is not waited for: its connection ends with the answer.
 */
export const refuseLongBodies: RequestHandler = (req, res, next) => {
  const isTooLong = Number(req.headers['content-length'] ?? 0) > longestBody
  // Else the rest would be read, and thrown away, before the next request of this connection.
  if (isTooLong || req.headers['transfer-encoding'] !== undefined) {
    res.setHeader('Connection', 'close')
  }
  if (!isTooLong) return next()
  throw new AppError('request-too-large', `The body may have ${longestBody} bytes.`)
}
