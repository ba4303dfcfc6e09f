import * as z from 'zod'

/** Half-open range of UTF-16 offsets in the parameter that is wrong. */
export const positionSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })

/** Codes of what goes wrong between the BFF and EM. */
export const emProblemCodes = [
  'em-logged-off',
  'em-unreachable',
  'em-timeout',
  'em-certificate-untrusted',
  'em-certificate-changed',
  'em-wrong-port',
  'em-wrong-credentials',
  'em-refused',
  'em-overloaded',
  'em-refused-query',
  'em-error',
  'em-bad-answer',
] as const

/** Codes that the error of any route can carry, whatever it gives. */
export const commonProblemCodes = [
  'bad-parameter',
  'method-not-allowed',
  'request-too-large',
  'wrong-host',
  'cross-site',
  'not-signed-in',
  'too-many-connections',
  'internal-error',
] as const

/**
 * Every code an error of this API can carry. Stable: monitors and the web app decide by the code,
 * never by the words.
 */
export const problemCodes = [
  ...commonProblemCodes,
  'bad-filter',
  'not-found',
  'group-outdated',
  'group-regrouping',
  'address-refused',
  'sign-in-refused',
  'sign-in-no-role',
  'too-many-sign-ins',
  'too-many-live-requests',
  'wall-link-revoked',
  'access-failed',
  'index-not-ready',
  'index-failed',
  'index-not-written',
  ...emProblemCodes,
] as const

export const problemCodeSchema = z.enum(problemCodes)
export type ProblemCode = z.infer<typeof problemCodeSchema>

/** Body of every error, `application/problem+json` (RFC 9457). `title` says what is so, `detail` why and what to do. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: problemCodeSchema,
  detail: z.string(),
  parameter: z.string().optional(),
  position: positionSchema.optional(),
  retryAfterSeconds: z.number().optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof problemSchema>
