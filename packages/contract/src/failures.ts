import * as z from 'zod'
import { failureStatusSchema } from './failures-query.ts'
import { healthSchema } from './health.ts'
import { indexedAnswerShape } from './sessions.ts'
import { textPartSchema } from './text-part.ts'

export const failureCountsSchema = z.object({
  sessions: z.int(),
  tasks: z.int(),
  vms: z.int(),
  policies: z.int(),
  backupServers: z.int(),
})

/** Failure texts with one cause. Counts and `perDay` are of the range asked about, first and last seen of all history. */
export const failureGroupSchema = z.object({
  id: z.string(),
  /** The cause with its variable parts as placeholders. */
  template: z.string(),
  templateParts: z.array(textPartSchema),
  /** One raw text. */
  sample: z.string(),
  severity: healthSchema,
  status: failureStatusSchema,
  counts: failureCountsSchema,
  firstSeenUTC: z.iso.datetime(),
  lastSeenUTC: z.iso.datetime(),
  /** When it last began, came back or recovered. */
  changedUTC: z.iso.datetime(),
  /** Sessions by day of start, oldest first, one for each of the answer's `days`. */
  perDay: z.array(z.int()),
})
export type FailureGroup = z.infer<typeof failureGroupSchema>

/** Answer of `GET /api/failures`. */
export const failuresAnswerSchema = z.object({
  items: z.array(failureGroupSchema),
  total: z.int(),
  days: z.array(z.iso.date()),
  /** Failing sessions in the range, and in how many groups: "2 000 failures are 3 causes". */
  sessions: z.int(),
  facets: z.object({
    status: z.record(z.string(), z.int()),
    severity: z.record(z.string(), z.int()),
  }),
  /** 0 to 1 while the history is being grouped anew by a new version of the grouping, else null. */
  regrouping: z.number().nullable(),
  ...indexedAnswerShape,
})
export type FailuresAnswer = z.infer<typeof failuresAnswerSchema>

/** One distinct text of a group. */
export const groupTextSchema = z.object({
  text: z.string(),
  parts: z.array(textPartSchema),
  sessions: z.int(),
  lastSeenUTC: z.iso.datetime(),
  /** A session that has it, to open. */
  sessionUid: z.string(),
})

/** One VM of a group. */
export const groupVmSchema = z.object({
  vm: z.string(),
  policyName: z.string(),
  sessions: z.int(),
  lastSeenUTC: z.iso.datetime(),
  sessionUid: z.string(),
})

/** Most VMs and texts of one answer; their numbers in all are told too. */
export const maxGroupEntries = 200

/** Answer of `GET /api/failures/:id`; its sessions are asked of `GET /api/sessions?failure=`. */
export const failureDetailSchema = z.object({
  group: failureGroupSchema,
  days: z.array(z.iso.date()),
  texts: z.array(groupTextSchema),
  textCount: z.int(),
  vms: z.array(groupVmSchema),
  policies: z.array(
    z.object({ uid: z.string(), name: z.string(), sessions: z.int(), isRecovered: z.boolean() }),
  ),
  /** The group that an older id led to, where it was asked for by one. */
  redirectedFrom: z.string().nullable(),
  ...indexedAnswerShape,
})
export type FailureDetail = z.infer<typeof failureDetailSchema>
