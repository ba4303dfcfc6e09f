import { type ProblemCode, problemCodeSchema } from '@cdp-watch/contract'
import * as z from 'zod'
import { reasonOf } from '../../reason-of.ts'
import { IndexUnusable } from '../store/index-unusable.ts'

/** Why something could not be had from EM, or could not be kept. */
export interface AskFailure {
  code: ProblemCode
  message: string
  /** Where EM said how long to wait. */
  retryAfterSeconds: number | undefined
}

/** An AppError, also one that has come from another thread. */
const failureSchema = z.object({
  code: problemCodeSchema,
  message: z.string(),
  extras: z.object({ retryAfterSeconds: z.number().optional() }).optional(),
})

/** What an error of `ask` or of the index says; any other error is an `internal-error`. */
export function failureOf(error: unknown): AskFailure {
  const known = failureSchema.safeParse(error)
  if (known.success) {
    const { code, message, extras } = known.data
    return { code, message, retryAfterSeconds: extras?.retryAfterSeconds }
  }
  if (error instanceof IndexUnusable) {
    return { code: 'index-not-written', message: error.message, retryAfterSeconds: undefined }
  }
  const message = reasonOf(error)
  return { code: 'internal-error', message, retryAfterSeconds: undefined }
}
