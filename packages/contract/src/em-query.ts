import { entityTypes, maxFilterLength } from '@cdp-watch/em-filter'

export type { BackupServer, Policy, Session, Task } from '@cdp-watch/em-wire'

import { backupServerSchema, policySchema, sessionSchema, taskSchema } from '@cdp-watch/em-wire'
import * as z from 'zod'

/** Largest page a live query may ask for; EM's own largest is not documented. */
export const maxLivePageSize = 1000

const positiveNumber = (largest: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/, `expected a whole number from 1 to ${largest}`)
    .transform(Number)
    .refine((value) => value <= largest, `expected a whole number from 1 to ${largest}`)
    .meta({ type: 'integer', minimum: 1, maximum: largest })

const fieldName = z.string().regex(/^[A-Za-z]{1,40}$/, 'expected the name of one field')

/** Query of `GET /api/em/query`: EM's own parameters, and `raw` for EM's own JSON. */
export const emQuerySchema = z.strictObject({
  type: z.string().meta({ description: 'Entity type, any case', examples: [...entityTypes] }),
  filter: z
    .string()
    .max(maxFilterLength)
    .optional()
    .meta({
      description: "A filter in EM's query language; its fields are checked against the type",
      examples: ['Result>="Warning";CreationTimeUTC>="2026-11-16T00:00:00Z"'],
    }),
  sortAsc: fieldName.optional(),
  sortDesc: fieldName.optional(),
  pageSize: positiveNumber(maxLivePageSize).optional(),
  page: positiveNumber(1_000_000).optional(),
  raw: z.enum(['true', 'false']).optional(),
})
export type EmQuery = z.output<typeof emQuerySchema>

/** What was asked of EM, after parsing and printing anew. `emPath` is EM's own path and query. */
export const askedSchema = z.object({
  type: z.enum(entityTypes),
  filter: z.string().nullable(),
  sort: z.object({ field: z.string(), direction: z.enum(['ascending', 'descending']) }),
  emPath: z.string(),
})
export type Asked = z.infer<typeof askedSchema>

/** What of a row could not be read: the whole row is left out, or it is kept without one value. */
export const rowProblemSchema = z.object({
  index: z.int(),
  uid: z.string().nullable(),
  message: z.string(),
  row: z.enum(['left-out', 'kept']),
})

const answerOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** `count` is EM's number of pages; EM gives no total of rows. */
    page: z.object({ number: z.int(), size: z.int(), count: z.int() }),
    query: askedSchema,
    rowProblems: z.array(rowProblemSchema),
    /** When EM answered, by this server's clock. */
    answeredUTC: z.iso.datetime(),
  })

export const sessionsAnswerSchema = answerOf(sessionSchema)
export const tasksAnswerSchema = answerOf(taskSchema)
export const policiesAnswerSchema = answerOf(policySchema)
export const backupServersAnswerSchema = answerOf(backupServerSchema)

export const emQueryAnswerSchema = z.union([
  sessionsAnswerSchema,
  tasksAnswerSchema,
  policiesAnswerSchema,
  backupServersAnswerSchema,
])
export type SessionsAnswer = z.infer<typeof sessionsAnswerSchema>
export type TasksAnswer = z.infer<typeof tasksAnswerSchema>
export type BackupServersAnswer = z.infer<typeof backupServersAnswerSchema>
export type PoliciesAnswer = z.infer<typeof policiesAnswerSchema>
