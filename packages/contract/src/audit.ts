import * as z from 'zod'
import { wholeNumber } from './parameters.ts'
import { problemCodeSchema } from './problem.ts'

/** What is written down for later: who came in, who did not, what was refused, what was taken along. */
export const auditKinds = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'sign-in-ended',
  'request-refused',
  'export',
  'wall-link-made',
  'wall-link-revoked',
] as const
export type AuditKind = (typeof auditKinds)[number]

/**
 * One event. The same refusal again within a minute is counted in `times`, the last of them at `lastUTC`.
 * `name` is null where nobody was signed in, or where what was typed may be anything but a name.
 */
export const auditEventSchema = z.object({
  id: z.int(),
  atUTC: z.iso.datetime(),
  lastUTC: z.iso.datetime(),
  times: z.int(),
  kind: z.enum(auditKinds),
  name: z.string().nullable(),
  address: z.string(),
  /** Why it was refused. */
  reason: problemCodeSchema.nullable(),
  /** What it was about, e.g. the parameters of an export. */
  detail: z.string(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

/** So many of the newest events are kept. */
export const auditKept = 10_000

/** Query of `GET /api/audit`. `before`: only events older than the one with this id. */
export const auditQuerySchema = z.strictObject({
  before: wholeNumber(1, 999_999_999_999_999).optional(),
  limit: wholeNumber(1, 1000).optional(),
})
export type AuditQuery = z.output<typeof auditQuerySchema>

/** Answer of `GET /api/audit`, newest first. `nextBefore` is null after the oldest. */
export const auditAnswerSchema = z.object({
  items: z.array(auditEventSchema),
  nextBefore: z.int().nullable(),
})
export type AuditAnswer = z.infer<typeof auditAnswerSchema>
