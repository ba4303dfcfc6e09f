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
import { sendAnswer } from './send-answer.ts'

/** The index as its routes read it. Everything rejects with an AppError. */
export interface ReadIndex extends ExportedIndex {
  /** The data version that is read now. Rejects where the index cannot be read. */
  dataVersion(): Promise<number>
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
    dataVersion: number,
    read: () => Promise<IndexAnswer>,
  ) => cache.get(`${kind} ${JSON.stringify(question)}`, dataVersion, read)

  get(routes.sessions.path, async (req, res) => {
    const question = readQuestion(readQuery(sessionsQuerySchema, req.query))
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, () =>
      cached('sessions', question, dataVersion, () => index.sessions(question)),
    )
  })

  router.use(createExportRouter(index))

  get(routes.session.path, async (req, res) => {
    readQuery(z.strictObject({}), req.query)
    const uid = String(req.params.uid)
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, async () => {
      const answer = await index.session(uid)
      if (answer) return answer
      throw new AppError('not-found', `The index has no session ${uid}.`)
    })
  })

  get(routes.policies.path, async (req, res) => {
    const query = readQuery(policiesQuerySchema, req.query)
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, () =>
      cached('policies', query, dataVersion, () => index.policies(query)),
    )
  })
  return router
}
