import type { FailureStatus } from '@cdp-watch/contract'
import type { Course } from './course.ts'

/** How a group stands, and when it last began, came back or recovered, ms since 1970. */
export interface Standing {
  readonly status: FailureStatus
  readonly changed: number
}

/** How a group stands in a range, ms since 1970 from (included) to (excluded). */
export function standingOf(course: Course, range: { from: number; to: number }): Standing {
  const { firstSeen, began, hasReturned, recoveredAt } = course
  if (recoveredAt < Number.POSITIVE_INFINITY) return { status: 'recovered', changed: recoveredAt }
  const isWithin = (time: number) => time >= range.from && time < range.to
  if (hasReturned && isWithin(began)) return { status: 'returned', changed: began }
  return { status: isWithin(firstSeen) ? 'new' : 'ongoing', changed: began }
}
