import * as z from 'zod'
import { healthSchema } from './health.ts'
import { several, timeParameter, wholeNumber, zoneParameter } from './parameters.ts'
import { selectionShape } from './sessions.ts'

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
