import * as z from 'zod'
import { problemCodeSchema } from './problem.ts'

/** The logon with EM: its state, since when, the last answer of EM, and what failed where it did. */
export const emStateSchema = z.object({
  state: z.enum(['logged-off', 'logging-on', 'ready', 'failed']),
  since: z.iso.datetime(),
  lastAnswerUTC: z.iso.datetime().nullable(),
  error: z.object({ code: problemCodeSchema, message: z.string() }).nullable(),
})
export type EmState = z.infer<typeof emStateSchema>

/**
 * EM's own collection from its backup servers: when its last one finished, and how. Null where it is
 * not known, because the account may not read it or EM has not said yet; `error` then says which.
 */
export const collectionSchema = z.object({
  lastFinishedUTC: z.iso.datetime().nullable(),
  state: z.string().nullable(),
  error: z.string().nullable(),
})
export type Collection = z.infer<typeof collectionSchema>

/** Answer of `GET /api/freshness`. `nowUTC` is the server's clock, so that a browser whose clock is off counts ages right. */
export const freshnessSchema = z.object({
  nowUTC: z.iso.datetime(),
  em: emStateSchema,
  collection: collectionSchema.nullable(),
})
export type Freshness = z.infer<typeof freshnessSchema>
