import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { IndexAnswer } from './answer-cache.ts'

/** Data versions begin anew with a new database, and what an answer says with a new program: tags of another run never match. */
const run = randomUUID().slice(0, 8)

/** The state of the index an answer is made from: its data version, and where it matters the time it stands for. */
export interface AnswerState {
  dataVersion: number
  /** Left out where the answer depends on the data alone. */
  at?: number
}

/** The ETag of answers made from this state. */
export function tagOf({ dataVersion, at }: AnswerState): string {
  return `"${run}.${dataVersion}${at === undefined ? '' : `.${at}`}"`
}

/**
 * Answers with JSON of the index, or with 304 where the browser has it already; `read` is then not
 * called. Always to be asked for again: it may have changed.
 */
export async function sendAnswer(
  req: Request,
  res: Response,
  state: AnswerState,
  read: () => Promise<IndexAnswer>,
): Promise<void> {
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('ETag', tagOf(state))
  if (req.fresh) {
    res.status(304).end()
    return
  }
  try {
    const { body, dataVersion } = await read()
    res.setHeader('ETag', tagOf({ ...state, dataVersion }))
    res.type('json').send(body)
  } catch (error) {
    res.removeHeader('ETag')
    throw error
  }
}
