import * as z from 'zod'
import { healthSchema } from './health.ts'
import { indexedAnswerShape, sessionTasksSchema } from './sessions.ts'
import { textPartSchema } from './text-part.ts'

/** Most tiles of one answer; a screen that turns four every 20 seconds takes eight minutes for them. */
export const maxOverviewTiles = 96
/** Most reasons of one answer. */
export const maxOverviewReasons = 12

/** A policy that is not well. */
export const overviewTileSchema = z.object({
  uid: z.string(),
  name: z.string(),
  backupServerName: z.string().nullable(),
  health: healthSchema,
  /** VMs of its active session; null where there is none. */
  vms: sessionTasksSchema.nullable(),
  /** Since when it has not been well without a break; null where that is not known. */
  sinceUTC: z.iso.datetime().nullable(),
})
export type OverviewTile = z.infer<typeof overviewTileSchema>

/** Why policies are not well: a group of failures, counted among the sessions of this moment. */
export const overviewReasonSchema = z.object({
  id: z.string(),
  /** Its template, cut where it is long. */
  parts: z.array(textPartSchema),
  severity: healthSchema,
  vms: z.int(),
  policies: z.int(),
  /** When it began or, where it had recovered, came back. */
  sinceUTC: z.iso.datetime(),
})
export type OverviewReason = z.infer<typeof overviewReasonSchema>

/** Answer of `GET /api/overview`: how the policies that are meant are now. Removed ones are not among them. */
export const overviewSchema = z.object({
  /** Policies by health. */
  counts: z.record(healthSchema, z.int()),
  /** Those that are failed, missing or warning: worst first, then longest. At most `maxOverviewTiles`. */
  tiles: z.array(overviewTileSchema),
  /** Worst first, then those of most VMs. At most `maxOverviewReasons`, of `reasonCount`. */
  reasons: z.array(overviewReasonSchema),
  reasonCount: z.int(),
  /** Whether Enterprise Manager is simulated, so that none of it is real. */
  demo: z.boolean(),
  ...indexedAnswerShape,
})
export type Overview = z.infer<typeof overviewSchema>
