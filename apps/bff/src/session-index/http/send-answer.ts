import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { IndexAnswer } from './answer-cache.ts'
import { packedBody } from './packed-answer.ts'

/** Data versions begin anew with a new database, and what an answer says with a new program: tags of another run never match. */
const run = randomUUID().slice(0, 8)

/** The ETag of answers made from the index at this data version. */
function tagOf(dataVersion: number): string {
  return `"${run}.${dataVersion}"`
}

/**
 * Answers with JSON of the index, or with 304 where the browser has it already; `read` is then not
 * called. Always to be asked for again: it may have changed.
 */
export async function sendAnswer(
  req: Request,
  res: Response,
  dataVersion: number,
  read: () => Promise<IndexAnswer>,
): Promise<void> {
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('ETag', tagOf(dataVersion))
  if (req.fresh) {
    res.status(304).end()
    return
  }
  try {
    const answer = await read()
    res.setHeader('ETag', tagOf(answer.dataVersion))
    const packed = req.acceptsEncodings('gzip') === 'gzip' ? await packedBody(answer) : undefined
    res.type('json').vary('Accept-Encoding')
    if (packed) res.setHeader('Content-Encoding', 'gzip')
    res.send(packed ?? answer.body)
  } catch (error) {
    res.removeHeader('ETag')
    throw error
  }
}
