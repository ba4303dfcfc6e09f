import type { RequestHandler } from 'express'
import type { Audit } from './audit.ts'
import { addressOf, nameOf, viewerOf } from './viewer.ts'

const longestDetail = 2000

/** Writes down who took an export along: what was asked for, how many rows, and whether all of them left. */
export function auditExports(audit: Audit): RequestHandler {
  return (req, res, next) => {
    res.once('close', () => {
      const rows = res.getHeader('X-Total-Rows')
      // Refused, or never begun.
      if (rows === undefined || res.statusCode >= 400) return
      const query = req.url.slice(req.path.length + 1).slice(0, longestDetail)
      const outcome = res.writableFinished ? `${rows} rows` : `of ${rows} rows, broken off`
      const detail = `${outcome}${query === '' ? '' : `: ${query}`}`
      audit.note({ kind: 'export', name: nameOf(viewerOf(req)), address: addressOf(req), detail })
    })
    next()
  }
}
