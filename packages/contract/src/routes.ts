import type { z } from 'zod'
import { aboutSchema, livenessSchema, readinessSchema } from './about.ts'
import { emQueryAnswerSchema, emQuerySchema } from './em-query.ts'
import { failureDetailSchema, failuresAnswerSchema } from './failures.ts'
import { failureQuerySchema, failuresQuerySchema } from './failures-query.ts'
import { freshnessSchema } from './freshness.ts'
import { overviewSchema } from './overview.ts'
import { overviewQuerySchema } from './overview-query.ts'
import { paths } from './paths.ts'
import { policiesQuerySchema, policiesStatusAnswerSchema } from './policies.ts'
import { emProblemCodes, type ProblemCode } from './problem.ts'
import {
  indexedSessionsAnswerSchema,
  sessionDetailSchema,
  sessionsExportQuerySchema,
  sessionsQuerySchema,
} from './sessions.ts'
import { madeWallLinkSchema, newWallLinkSchema, wallLinksAnswerSchema } from './wall-links.ts'
import { wallPaths } from './wall-paths.ts'

export interface Route {
  readonly method: 'get' | 'post' | 'delete'
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  /** JSON. */
  readonly body?: z.ZodObject
  readonly answer?: z.ZodType
  /** Codes of its errors, beside those that all routes have. */
  readonly problems: readonly ProblemCode[]
}

const indexProblemCodes = ['index-not-ready', 'index-failed'] as const

/** The interface of the BFF: every route, once, but for those of access. */
export const routes = {
  emQuery: {
    method: 'get',
    path: paths.emQuery,
    summary: "A live query: checked, asked of EM now, answered in the dashboard's shape",
    query: emQuerySchema,
    answer: emQueryAnswerSchema,
    problems: ['bad-filter', 'too-many-live-requests', ...emProblemCodes],
  },
  sessions: {
    method: 'get',
    path: paths.sessions,
    summary: 'Sessions of the index: filtered, searched, sorted, counted',
    query: sessionsQuerySchema,
    answer: indexedSessionsAnswerSchema,
    problems: ['bad-filter', ...indexProblemCodes],
  },
  sessionsExport: {
    method: 'get',
    path: paths.sessionsExport,
    summary: 'All sessions that match, streamed as CSV or JSON',
    query: sessionsExportQuerySchema,
    problems: ['bad-filter', ...indexProblemCodes],
  },
  session: {
    method: 'get',
    path: paths.session,
    summary: 'One session of the index, why it is as it is, and those of its policy around it',
    answer: sessionDetailSchema,
    problems: ['not-found', ...indexProblemCodes],
  },
  policies: {
    method: 'get',
    path: paths.policies,
    summary: 'Policies: how each is now, and its last 30 days',
    query: policiesQuerySchema,
    answer: policiesStatusAnswerSchema,
    problems: [...indexProblemCodes],
  },
  failures: {
    method: 'get',
    path: paths.failures,
    summary: 'Failure texts in groups of one cause: worst first, counted, and how each stands',
    query: failuresQuerySchema,
    answer: failuresAnswerSchema,
    problems: ['bad-filter', ...indexProblemCodes],
  },
  failure: {
    method: 'get',
    path: paths.failure,
    summary: 'One group of failures: its texts, its VMs and its policies',
    query: failureQuerySchema,
    answer: failureDetailSchema,
    problems: [
      'bad-filter',
      'not-found',
      'group-outdated',
      'group-regrouping',
      ...indexProblemCodes,
    ],
  },
  overview: {
    method: 'get',
    path: wallPaths.overview,
    summary:
      'How policies are now, as a wall screen shows it: counts, those that are not well, why',
    query: overviewQuerySchema,
    answer: overviewSchema,
    problems: ['bad-filter', 'wall-link-revoked', 'access-failed', ...indexProblemCodes],
  },
  makeWallLink: {
    method: 'post',
    path: wallPaths.wallLinks,
    summary:
      'Makes a link by which a screen may see the wall; its secret is told here and never again',
    body: newWallLinkSchema,
    answer: madeWallLinkSchema,
    problems: ['access-failed'],
  },
  wallLinks: {
    method: 'get',
    path: wallPaths.wallLinks,
    summary: 'The links by which screens may see the wall, without their secrets',
    answer: wallLinksAnswerSchema,
    problems: ['access-failed'],
  },
  revokeWallLink: {
    method: 'delete',
    path: wallPaths.wallLink,
    summary: 'Revokes a link: the screen that uses it is told so and sees nothing new',
    problems: ['not-found', 'access-failed'],
  },
  events: {
    method: 'get',
    path: paths.events,
    summary: 'Server-sent events: freshness at every change, a heartbeat every 15 seconds',
    problems: ['wall-link-revoked', 'access-failed'],
  },
  freshness: {
    method: 'get',
    path: paths.freshness,
    summary:
      'How fresh what is shown can be: the logon with EM, and its collection from the backup servers',
    answer: freshnessSchema,
    problems: [],
  },
  about: {
    method: 'get',
    path: paths.about,
    summary: 'What this installation is',
    answer: aboutSchema,
    problems: [],
  },
  openApi: {
    method: 'get',
    path: paths.openApi,
    summary: 'This interface as an OpenAPI document',
    problems: [],
  },
  liveness: {
    method: 'get',
    path: paths.liveness,
    summary: 'The process answers',
    answer: livenessSchema,
    problems: [],
  },
  readiness: {
    method: 'get',
    path: paths.readiness,
    summary: 'The process is logged on to EM',
    answer: readinessSchema,
    problems: emProblemCodes,
  },
  metrics: {
    method: 'get',
    path: paths.metrics,
    summary: 'Numbers for Prometheus, in its text format; only for the addresses of METRICS_ALLOW',
    problems: ['address-refused'],
  },
} as const satisfies Record<string, Route>
