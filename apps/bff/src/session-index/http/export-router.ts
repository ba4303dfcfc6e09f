import { pipeline } from 'node:stream/promises'
import { type IndexedSession, routes, sessionsExportQuerySchema } from '@cdp-watch/contract'
import { Router } from 'express'
import { readQuery } from '../../read-query.ts'
import { refuseMethod } from '../../refuse-method.ts'
import type { IndexReader } from '../store/session-store.ts'
import { csvOf, jsonOf } from './export-rows.ts'
import { readSelection } from './read-question.ts'

const rowsAtOnce = 500
const forms = {
  csv: { print: csvOf, contentType: 'text/csv; charset=utf-8' },
  json: { print: jsonOf, contentType: 'application/json; charset=utf-8' },
} as const

/** What an export needs of the index. */
export type ExportedIndex = Pick<IndexReader, 'sessionNumbers' | 'rows'>

/**
 * `GET /api/sessions/export`: all that match as they were when it was asked for, in pieces, so that
 * nothing has to hold them all. `X-Total-Rows` says how many there will be.
 */
export function createExportRouter(index: ExportedIndex): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const { path } = routes.sessionsExport
  router.head(path, refuseMethod('GET'))
  router.get(path, async (req, res) => {
    const query = readQuery(sessionsExportQuerySchema, req.query)
    const numbers = await index.sessionNumbers(readSelection(query))
    const format = query.format ?? 'csv'
    const { print, contentType } = forms[format]
    const day = new Date().toISOString().slice(0, 10)
    res.setHeader('Content-Type', contentType)
    res.setHeader('Content-Disposition', `attachment; filename="cdp-sessions-${day}.${format}"`)
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('X-Total-Rows', numbers.length)
    try {
      await pipeline(print(chunksOf(index, numbers)), res)
    } catch (error) {
      // Whoever went away does not need the rest.
      if (!isGoneAway(error)) throw error
    }
  })
  router.all(path, refuseMethod('GET'))
  return router
}

async function* chunksOf(
  index: ExportedIndex,
  numbers: Float64Array,
): AsyncGenerator<readonly IndexedSession[]> {
  for (let from = 0; from < numbers.length; from += rowsAtOnce) {
    yield await index.rows(numbers.slice(from, from + rowsAtOnce))
  }
}

function isGoneAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
