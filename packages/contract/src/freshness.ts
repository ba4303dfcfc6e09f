import * as z from 'zod'
import { problemCodeSchema } from './problem.ts'

const errorSchema = z.object({ code: problemCodeSchema, message: z.string() }).nullable()

/**
 * The logon with EM: its state, since when, the last answer of EM, and what failed where it did.
 * `clockOffsetSeconds` is what EM's clock is ahead of this server's, 0 until EM has answered.
 */
export const emStateSchema = z.object({
  state: z.enum(['logged-off', 'logging-on', 'ready', 'failed']),
  since: z.iso.datetime(),
  lastAnswerUTC: z.iso.datetime().nullable(),
  error: errorSchema,
  clockOffsetSeconds: z.number(),
})
export type EmState = z.infer<typeof emStateSchema>

/**
 * EM's own collection from its backup servers, by EM's clock: when its last one finished, and how.
 * Null where it is not known, because the account may not read it or EM has not said yet; `error` then
 * says which.
 */
export const collectionSchema = z.object({
  lastFinishedUTC: z.iso.datetime().nullable(),
  state: z.string().nullable(),
  error: z.string().nullable(),
})
export type Collection = z.infer<typeof collectionSchema>

/**
 * The index. `filling`: the first fill is under way, so older sessions are still missing; `ready`: it
 * has all that was asked for; `failing`: EM was last asked in vain, what was known stays.
 */
export const indexStateSchema = z.object({
  state: z.enum(['filling', 'ready', 'failing']),
  /** Since when it is in this state. */
  since: z.iso.datetime(),
  /** The first fill, newest first: `share` of the time asked for (0 to 1), and how far back it has come. Null once done. */
  progress: z
    .object({
      share: z.number().min(0).max(1),
      sessions: z.int(),
      reachedUTC: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Ended sessions that failed and whose VMs' reasons are still to be asked for. */
  reasonsWaiting: z.int(),
  /** When EM last told nothing that the index does not know, by this server's clock; null before the first round. */
  asOf: z.iso.datetime().nullable(),
  sessions: z.int(),
  error: errorSchema,
})
export type IndexState = z.infer<typeof indexStateSchema>

/**
 * Older than so many seconds, what is shown is to be called old: since EM was in step with the index (two
 * polls, or two rounds where these take longer), and since EM's own collection.
 */
export const staleAfterSchema = z.object({ index: z.int(), collection: z.int() })
export type StaleAfter = z.infer<typeof staleAfterSchema>

/** Answer of `GET /api/freshness`. `nowUTC` is the server's clock, so that a browser whose clock is off counts ages right. */
export const freshnessSchema = z.object({
  nowUTC: z.iso.datetime(),
  em: emStateSchema,
  collection: collectionSchema.nullable(),
  index: indexStateSchema,
  staleAfterSeconds: staleAfterSchema,
  /** Grows with every change of the index; the ETag of what is read from it. */
  dataVersion: z.int(),
})
export type Freshness = z.infer<typeof freshnessSchema>

export const heartbeatSchema = z.object({ nowUTC: z.iso.datetime() })
