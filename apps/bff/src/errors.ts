import type { Problem, ProblemCode } from '@cdp-watch/contract'
import type { ErrorRequestHandler } from 'express'

/** What each code means to HTTP and to a person. */
const problems: Record<ProblemCode, { status: number; title: string }> = {
  'bad-parameter': { status: 400, title: 'A parameter is wrong' },
  'bad-filter': { status: 400, title: 'The filter cannot be read' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'group-outdated': { status: 404, title: 'This group is of an earlier grouping' },
  'group-regrouping': { status: 404, title: 'The failures are being grouped anew' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'request-too-large': { status: 413, title: 'The request is too large' },
  'wrong-host': { status: 421, title: 'This dashboard does not go by this name' },
  'cross-site': { status: 403, title: 'Another site sent this request' },
  'address-refused': { status: 403, title: 'This address may not read this' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'sign-in-refused': { status: 401, title: 'The user name or password is wrong' },
  'sign-in-no-role': { status: 403, title: 'The account has no role in Enterprise Manager' },
  'too-many-sign-ins': { status: 429, title: 'Too many tries to sign in' },
  'too-many-connections': { status: 503, title: 'Too many connections are open' },
  'too-many-live-requests': { status: 503, title: 'Too many live queries are waiting' },
  'wall-link-revoked': { status: 401, title: 'This wall link is not good any more' },
  'index-not-ready': { status: 503, title: 'The index is still being opened' },
  'index-not-written': { status: 503, title: 'The index cannot be written' },
  'access-failed': { status: 503, title: 'The file of sign-ins cannot be used' },
  'index-failed': { status: 503, title: 'The index cannot be read' },
  'internal-error': { status: 500, title: 'The dashboard failed' },
  'em-logged-off': { status: 503, title: 'Not logged on to Enterprise Manager' },
  'em-unreachable': { status: 503, title: 'Enterprise Manager cannot be reached' },
  'em-timeout': { status: 504, title: 'Enterprise Manager did not answer in time' },
  'em-certificate-untrusted': {
    status: 503,
    title: "Enterprise Manager's certificate is not trusted",
  },
  'em-certificate-changed': { status: 503, title: "Enterprise Manager's certificate has changed" },
  'em-wrong-port': { status: 503, title: 'This is not the Enterprise Manager REST API' },
  'em-wrong-credentials': {
    status: 503,
    title: 'Enterprise Manager refuses the user name or password',
  },
  'em-refused': { status: 502, title: 'Enterprise Manager refuses this to the account' },
  'em-overloaded': { status: 503, title: 'Enterprise Manager is overloaded' },
  'em-refused-query': { status: 502, title: 'Enterprise Manager refuses the query' },
  'em-error': { status: 502, title: 'Enterprise Manager failed' },
  'em-bad-answer': { status: 502, title: "Enterprise Manager's answer cannot be read" },
}

type Extras = Pick<Problem, 'parameter' | 'position' | 'retryAfterSeconds'> &
  Partial<Pick<Problem, 'status'>>

/** The one error that reaches people: a stable code, and a sentence that says why and what to do. */
export class AppError extends Error {
  readonly code: ProblemCode
  readonly extras: Extras

  constructor(code: ProblemCode, detail: string, extras: Extras = {}, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.extras = extras
  }
}

/** Where nobody said how long to wait. */
const usualPauseSeconds = 5

/**
 * The `application/problem+json` body of an error; nothing of an unexpected error leaves the process.
 * What may pass by itself (503) says after how many seconds to ask again.
 */
export function problemOf(error: unknown, requestId?: string): Problem {
  const known =
    error instanceof AppError
      ? error
      : (refusedByExpress(error) ??
        new AppError(
          'internal-error',
          'Something unexpected happened; the log has it under the request id.',
        ))
  const meaning = problems[known.code]
  return {
    type: 'about:blank',
    ...meaning,
    code: known.code,
    detail: known.message,
    ...(meaning.status === 503 ? { retryAfterSeconds: usualPauseSeconds } : {}),
    ...known.extras,
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/**
 * What Express and its reader of bodies refuse, as plain errors with a status: a path with a broken
 * percent-escape, a body that is too large or no JSON. Such an error holds the body, so it goes no further.
 */
function refusedByExpress(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const isBody = 'type' in error
  if (error.status === 413) {
    return new AppError('request-too-large', 'The body of the request is too large.')
  }
  if (isBody && (error.status === 400 || error.status === 415)) {
    return new AppError('bad-parameter', 'The body of the request is not JSON that can be read.', {
      parameter: 'body',
    })
  }
  return error.status === 400
    ? new AppError('bad-parameter', 'The address is malformed.', { parameter: 'path' })
    : undefined
}

/** The only place that writes errors. An answer already under way is cut off, so that nobody takes it for whole. */
export const answerErrors: ErrorRequestHandler = (error, req, res, _next) => {
  const problem = problemOf(error, typeof req.id === 'string' ? req.id : undefined)
  const { code, detail } = problem
  // Being logged off is what begins and ends every run; whatever else keeps EM from answering is news.
  const isNews = problem.status >= 500 && code !== 'em-logged-off'
  // Where an expected error arose tells nobody anything; an unexpected one is a fault of ours.
  if (code === 'internal-error') req.log.error({ err: error, code }, problem.title)
  else req.log[isNews ? 'warn' : 'debug']({ code }, detail)
  if (res.headersSent) {
    res.destroy()
    return
  }
  if (problem.retryAfterSeconds !== undefined) {
    res.setHeader('Retry-After', Math.ceil(problem.retryAfterSeconds))
  }
  res.setHeader('Cache-Control', 'no-store')
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
