import type { FailuresQuestion } from '../store/session-store.ts'
import type { Course } from './course.ts'
import type { GroupTally } from './group-tally.ts'
import type { Standing } from './standing.ts'

/** A group among those that are listed. */
export interface ListedGroup {
  readonly tally: GroupTally
  readonly course: Course
  readonly standing: Standing
  /** ms since 1970. */
  readonly lastSeen: number
  /** The group's id. */
  readonly id: string
}

type Compare = (a: ListedGroup, b: ListedGroup) => number

const comparers: Record<FailuresQuestion['sort']['field'], Compare> = {
  severity: (a, b) => b.tally.severity - a.tally.severity,
  firstSeenUTC: (a, b) => a.course.firstSeen - b.course.firstSeen,
  lastSeenUTC: (a, b) => a.lastSeen - b.lastSeen,
  sessions: (a, b) => a.tally.positions.length - b.tally.positions.length,
  vms: (a, b) => a.tally.vms - b.tally.vms,
  policies: (a, b) => a.tally.policies - b.tally.policies,
}

/** Order of groups; falling severity is worst first. Ties: worst, last seen, most sessions, then by id. */
export function failuresOrder({ field, descending }: FailuresQuestion['sort']): Compare {
  const sign = descending ? -1 : 1
  const { severity, lastSeenUTC, sessions } = comparers
  return (a, b) =>
    sign * comparers[field](a, b) ||
    -severity(a, b) ||
    -lastSeenUTC(a, b) ||
    -sessions(a, b) ||
    (a.id < b.id ? -1 : 1)
}
