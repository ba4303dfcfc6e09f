import {
  failureQuerySchema,
  failuresQuerySchema,
  overviewQuerySchema,
  type PoliciesQuery,
  type ProblemCode,
  policiesQuerySchema,
  routes,
  sessionsQuerySchema,
} from '@cdp-watch/contract'
import { type RequestHandler, Router } from 'express'
import { AppError } from '../../errors.ts'
import { readQuery, refuseParameters } from '../../read-query.ts'
import { refuseMethod } from '../../refuse-method.ts'
import type {
  FailureFinding,
  FailureQuestion,
  FailuresQuestion,
  OverviewQuestion,
  SessionsQuestion,
} from '../store/session-store.ts'
import { AnswerCache, type IndexAnswer } from './answer-cache.ts'
import { createExportRouter, type ExportedIndex } from './export-router.ts'
import { readFailureQuestion, readFailuresQuestion } from './read-failures.ts'
import { readNarrowing, readQuestion } from './read-question.ts'
import { sendAnswer } from './send-answer.ts'

/** A group of failures, or why there is none. */
export type FoundFailure =
  | { kind: 'found'; answer: IndexAnswer }
  | Exclude<FailureFinding, { kind: 'found' }>

/** The index as its routes read it. Everything rejects with an AppError. */
export interface ReadIndex extends ExportedIndex {
  /** The data version that is read now. Rejects where the index cannot be read. */
  dataVersion(): Promise<number>
  sessions(question: SessionsQuestion): Promise<IndexAnswer>
  /** Null where the index does not have it. */
  session(uid: string): Promise<IndexAnswer | null>
  policies(query: PoliciesQuery): Promise<IndexAnswer>
  overview(question: OverviewQuestion): Promise<IndexAnswer>
  failures(question: FailuresQuestion): Promise<IndexAnswer>
  failureGroup(id: string, question: FailureQuestion): Promise<FoundFailure>
}

const whyNot: Record<Exclude<FailureFinding['kind'], 'found'>, readonly [ProblemCode, string]> = {
  unknown: [
    'not-found',
    'The index has no group of failures with this id: no session that is kept has it.',
  ],
  outdated: [
    'group-outdated',
    'The id is of an earlier version of the grouping, and what became of its texts is not known. Look among all failures.',
  ],
  regrouping: [
    'group-regrouping',
    'The id is of an earlier version of the grouping, and the history is still being grouped anew. Ask again in a minute.',
  ],
}

/** The routes that read the index: `/api/sessions`, one session, the export, `/api/policies`, `/api/overview`, `/api/failures`, one group. */
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
    refuseParameters(req.query)
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

  get(routes.overview.path, async (req, res) => {
    const question = readNarrowing(readQuery(overviewQuerySchema, req.query))
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, () =>
      cached('overview', question, dataVersion, () => index.overview(question)),
    )
  })

  get(routes.failures.path, async (req, res) => {
    const question = readFailuresQuestion(readQuery(failuresQuerySchema, req.query))
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, () =>
      cached('failures', question, dataVersion, () => index.failures(question)),
    )
  })

  get(routes.failure.path, async (req, res) => {
    const question = readFailureQuestion(readQuery(failureQuerySchema, req.query))
    const id = String(req.params.id)
    const dataVersion = await index.dataVersion()
    await sendAnswer(req, res, dataVersion, () =>
      cached('failure', { ...question, id }, dataVersion, async () => {
        const found = await index.failureGroup(id, question)
        if (found.kind === 'found') return found.answer
        throw new AppError(...whyNot[found.kind])
      }),
    )
  })
  return router
}
