import {
  type PoliciesQuery,
  policiesQuerySchema,
  routes,
  sessionsQuerySchema,
} from '@cdp-watch/contract'
import { type RequestHandler, Router } from 'express'
import * as z from 'zod'
import { AppError } from '../../errors.ts'
import { readQuery } from '../../read-query.ts'
import { refuseMethod } from '../../refuse-method.ts'
import type { SessionsQuestion } from '../store/session-store.ts'
import { AnswerCache, type IndexAnswer } from './answer-cache.ts'
import { createExportRouter, type ExportedIndex } from './export-router.ts'
import { readQuestion } from './read-question.ts'
import { type AnswerState, sendAnswer, tagOf } from './send-answer.ts'

/** The index as its routes read it. Everything rejects with an AppError. */
export interface ReadIndex extends ExportedIndex {
  /** The data version that is read now. Rejects where the index cannot be read. */
  dataVersion(): Promise<number>
  /** When EM was last asked in full, ms since 1970; null before the first time. */
  asOf(): number | null
  sessions(question: SessionsQuestion): Promise<IndexAnswer>
  /** Null where the index does not have it. */
  session(uid: string): Promise<IndexAnswer | null>
  policies(query: PoliciesQuery): Promise<IndexAnswer>
}

/** The routes that read the index: `/api/sessions`, one session, the export, `/api/policies`. */
export function createIndexRouter(index: ReadIndex): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const cache = new AnswerCache()
  const get = (path: string, handler: RequestHandler) => {
    router.get(path, handler)
    router.all(path, refuseMethod('GET, HEAD'))
  }
  const cached = (
    kind: string,
    question: unknown,
    state: AnswerState,
    read: () => Promise<IndexAnswer>,
  ) => cache.get(`${kind} ${JSON.stringify(question)}`, tagOf(state), read)

  get(routes.sessions.path, async (req, res) => {
    const question = readQuestion(readQuery(sessionsQuerySchema, req.query))
    const state = { dataVersion: await index.dataVersion() }
    await sendAnswer(req, res, state, () =>
      cached('sessions', question, state, () => index.sessions(question)),
    )
  })

  router.use(createExportRouter(index))

  get(routes.session.path, async (req, res) => {
    readQuery(z.strictObject({}), req.query)
    const uid = String(req.params.uid)
    const state = { dataVersion: await index.dataVersion() }
    await sendAnswer(req, res, state, async () => {
      const answer = await index.session(uid)
      if (answer) return answer
      throw new AppError('not-found', `The index has no session ${uid}.`)
    })
  })

  get(routes.policies.path, async (req, res) => {
    const query = readQuery(policiesQuerySchema, req.query)
    // A policy goes missing as time passes, with nothing new from EM but that it was asked.
    const state = { dataVersion: await index.dataVersion(), at: index.asOf() ?? 0 }
    await sendAnswer(req, res, state, () =>
      cached('policies', query, state, () => index.policies(query)),
    )
  })
  return router
}
