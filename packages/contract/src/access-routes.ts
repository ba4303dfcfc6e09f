import { meSchema, signInBodySchema, signInStateSchema } from './access.ts'
import { auditAnswerSchema, auditQuerySchema } from './audit.ts'
import { emProblemCodes } from './problem.ts'
import type { Route } from './routes.ts'

/** The routes of access, apart from the others so that a page that shows data need not load them. */
export const accessRoutes = {
  signInState: {
    method: 'get',
    path: '/api/sign-in',
    summary: 'How people get in here, and whether this one is in',
    answer: signInStateSchema,
    problems: [],
  },
  signIn: {
    method: 'post',
    path: '/api/sign-in',
    summary: 'Signs in with an account of EM, which EM checks; sets the cookie',
    body: signInBodySchema,
    answer: meSchema,
    problems: [
      'not-found',
      'sign-in-refused',
      'sign-in-no-role',
      'too-many-sign-ins',
      ...emProblemCodes,
    ],
  },
  signOut: {
    method: 'post',
    path: '/api/sign-out',
    summary: 'Ends the sign-in, and every answer of it that is under way',
    answer: signInStateSchema,
    problems: ['not-found'],
  },
  me: {
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and until when',
    answer: meSchema,
    problems: [],
  },
  audit: {
    method: 'get',
    path: '/api/audit',
    summary: 'Sign-ins, refusals and exports, newest first',
    query: auditQuerySchema,
    answer: auditAnswerSchema,
    problems: [],
  },
} as const satisfies Record<string, Route>
