import * as z from 'zod'
import { healthSchema } from './health.ts'
import { several, timeParameter, wholeNumber, zoneParameter } from './parameters.ts'
import { indexedAnswerShape, selectionShape } from './sessions.ts'
import { textPartSchema } from './text-part.ts'

/**
 * How a group of failures stands in the range asked about. `new`: first seen in it; `ongoing`: seen
 * before it and in it, or still so; `recovered`: every policy concerned has had an OK session since it
 * was last seen; `returned`: recovered once, then seen again within the range.
 */
export const failureStatuses = ['new', 'returned', 'ongoing', 'recovered'] as const
export const failureStatusSchema = z.enum(failureStatuses)
export type FailureStatus = z.infer<typeof failureStatusSchema>

const { sort: _sortOfSessions, ...sessionsSelection } = selectionShape

/** What `GET /api/failures` can be sorted by; `-severity` (worst, then last seen) where left out. */
export const failureSortFields = [
  'severity',
  'firstSeenUTC',
  'lastSeenUTC',
  'sessions',
  'vms',
  'policies',
] as const

/** `from` is the day 29 days before today where left out, as on Policies. */
const failuresSelection = {
  ...sessionsSelection,
  zone: zoneParameter
    .optional()
    .meta({ description: 'Time zone of the days of `perDay`; UTC where left out' }),
}

/** Query of `GET /api/failures`: the filters of Sessions, and when something last changed. */
export const failuresQuerySchema = z.strictObject({
  ...failuresSelection,
  status: several(failureStatusSchema).optional(),
  severity: several(healthSchema).optional(),
  changedSince: timeParameter.optional().meta({
    description: 'Only groups that began, came back or recovered at or after this time',
  }),
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${failureSortFields.join('|')})$`),
      `expected one of ${failureSortFields.join(', ')}, with - for descending`,
    )
    .optional(),
  limit: wholeNumber(1, 1000).optional(),
  offset: wholeNumber(0, 1_000_000).optional(),
})
export type FailuresQuery = z.output<typeof failuresQuerySchema>

/** Query of `GET /api/failures/:id`: the sessions of which its counts, texts, VMs and policies are. */
export const failureQuerySchema = z.strictObject(failuresSelection)
export type FailureQuery = z.output<typeof failureQuerySchema>

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
