import type { z } from 'zod'
import { aboutSchema, livenessSchema, readinessSchema } from './about.ts'
import { emQueryAnswerSchema, emQuerySchema } from './em-query.ts'
import { freshnessSchema } from './freshness.ts'
import { policiesQuerySchema, policiesStatusAnswerSchema } from './policies.ts'
import { emProblemCodes, type ProblemCode } from './problem.ts'
import {
  indexedSessionsAnswerSchema,
  sessionDetailSchema,
  sessionsExportQuerySchema,
  sessionsQuerySchema,
} from './sessions.ts'

export interface Route {
  readonly method: 'get'
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly answer?: z.ZodType
  readonly problems: readonly ProblemCode[]
}

const indexProblemCodes = ['index-not-ready', 'index-failed'] as const

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
  sessions: {
    method: 'get',
    path: '/api/sessions',
    summary: 'Sessions of the index: filtered, searched, sorted, counted',
    query: sessionsQuerySchema,
    answer: indexedSessionsAnswerSchema,
    problems: ['bad-parameter', 'bad-filter', 'method-not-allowed', ...indexProblemCodes],
  },
  sessionsExport: {
    method: 'get',
    path: '/api/sessions/export',
    summary: 'All sessions that match, streamed as CSV or JSON',
    query: sessionsExportQuerySchema,
    problems: ['bad-parameter', 'bad-filter', 'method-not-allowed', ...indexProblemCodes],
  },
  session: {
    method: 'get',
    path: '/api/sessions/:uid',
    summary: 'One session of the index, why it is as it is, and those of its policy around it',
    answer: sessionDetailSchema,
    problems: ['not-found', 'method-not-allowed', ...indexProblemCodes],
  },
  policies: {
    method: 'get',
    path: '/api/policies',
    summary: 'Policies: how each is now, and its last 30 days',
    query: policiesQuerySchema,
    answer: policiesStatusAnswerSchema,
    problems: ['bad-parameter', 'method-not-allowed', ...indexProblemCodes],
  },
  events: {
    method: 'get',
    path: '/api/events',
    summary: 'Server-sent events: freshness at every change, a heartbeat every 15 seconds',
    problems: ['method-not-allowed'],
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
