import { policySchema } from '@cdp-watch/em-wire'
import * as z from 'zod'
import { healthSchema } from './health.ts'
import { searchText, several, wholeNumber, zoneParameter } from './parameters.ts'
import { indexedAnswerShape, sessionTasksSchema } from './sessions.ts'

/** Days a policy's row tells of, today among them. */
export const policyDays = 30

/** What `GET /api/policies` can be sorted by. `health`: worst first, then failing longest. */
export const policySortFields = [
  'health',
  'name',
  'backupServerName',
  'streak',
  'vmsFailed',
] as const

/** Query of `GET /api/policies`. */
export const policiesQuerySchema = z.strictObject({
  zone: zoneParameter
    .optional()
    .meta({ description: 'Time zone whose days are meant; UTC where left out' }),
  health: several(healthSchema).optional(),
  backupServerUid: several(z.string().min(1).max(400)).optional(),
  q: searchText.optional().meta({ description: 'Contains, any case: names of policy and server' }),
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${policySortFields.join('|')})$`),
      `expected one of ${policySortFields.join(', ')}, with - for descending`,
    )
    .optional(),
  limit: wholeNumber(1, 1000).optional(),
  offset: wholeNumber(0, 1_000_000).optional(),
})
export type PoliciesQuery = z.output<typeof policiesQuerySchema>

/** A policy's day: its worst session; `missing` where none ran though one should; `none` where none was due. */
export const policyDaySchema = z.object({
  health: z.enum([...healthSchema.options, 'none']),
  /** The session that a click on the day opens; null where there is none. */
  uid: z.string().nullable(),
})
export type PolicyDay = z.infer<typeof policyDaySchema>

/** A policy and how it is. */
export const policyStatusSchema = z.object({
  ...policySchema.omit({ rpoSchedule: true }).shape,
  health: healthSchema,
  /** Why it counts as missing or is not expected to run, in a sentence; null where a session tells. */
  note: z.string().nullable(),
  /** Whether it is enabled and this is an hour of its schedule. */
  isExpected: z.boolean(),
  /** EM no longer lists it. */
  isRemoved: z.boolean(),
  activeSession: z
    .object({ uid: z.string(), creationTimeUTC: z.iso.datetime(), state: z.string() })
    .nullable(),
  /** VMs of the active session; null where there is none. */
  vms: sessionTasksSchema.nullable(),
  failureText: z.string().nullable(),
  /** For how long it has been failed, warning or missing without a break; null where it is well. */
  streak: z.object({ sinceUTC: z.iso.datetime(), days: z.int() }).nullable(),
  /** One for each of the answer's `days`. */
  days: z.array(policyDaySchema),
})
export type PolicyStatus = z.infer<typeof policyStatusSchema>

/** Answer of `GET /api/policies`. */
export const policiesStatusAnswerSchema = z.object({
  items: z.array(policyStatusSchema),
  total: z.int(),
  /** Calendar days in the zone asked for, oldest first. */
  days: z.array(z.iso.date()),
  facets: z.object({
    health: z.record(z.string(), z.int()),
    backupServer: z.array(z.object({ uid: z.string(), name: z.string(), count: z.int() })),
  }),
  ...indexedAnswerShape,
})
export type PoliciesStatusAnswer = z.infer<typeof policiesStatusAnswerSchema>
