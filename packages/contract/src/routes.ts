import type { z } from 'zod'
import { aboutSchema, livenessSchema, readinessSchema } from './about.ts'
import { emQueryAnswerSchema, emQuerySchema } from './em-query.ts'
import { freshnessSchema } from './freshness.ts'
import { emProblemCodes, type ProblemCode } from './problem.ts'

export interface Route {
  readonly method: 'get'
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly answer?: z.ZodType
  readonly problems: readonly ProblemCode[]
}

/** The interface of the BFF: every route, once. */
export const routes = {
  emQuery: {
    method: 'get',
    path: '/api/em/query',
    summary: "A live query: checked, asked of EM now, answered in the dashboard's shape",
    query: emQuerySchema,
    answer: emQueryAnswerSchema,
    problems: [
      'bad-parameter',
      'bad-filter',
      'method-not-allowed',
      'request-too-large',
      'too-many-live-requests',
      ...emProblemCodes,
    ],
  },
  freshness: {
    method: 'get',
    path: '/api/freshness',
    summary:
      'How fresh what is shown can be: the logon with EM, and its collection from the backup servers',
    answer: freshnessSchema,
    problems: [],
  },
  about: {
    method: 'get',
    path: '/api/about',
    summary: 'What this installation is',
    answer: aboutSchema,
    problems: [],
  },
  openApi: {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This interface as an OpenAPI document',
    problems: [],
  },
  liveness: {
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    answer: livenessSchema,
    problems: [],
  },
  readiness: {
    method: 'get',
    path: '/readyz',
    summary: 'The process is logged on to EM',
    answer: readinessSchema,
    problems: emProblemCodes,
  },
} as const satisfies Record<string, Route>
