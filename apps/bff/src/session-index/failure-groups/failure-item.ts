import { type FailureGroup, healths } from '@cdp-watch/contract'
import { templateParts } from '../../failures/text-parts.ts'
import { isoTime } from '../reader/iso-time.ts'
import { countPerDay, type FailureDays, type TimeRange } from './failure-days.ts'
import type { FailureReading } from './failure-reading.ts'
import type { ListedGroup } from './failures-order.ts'
import type { GroupTally } from './group-tally.ts'
import { standingOf } from './standing.ts'

/** A group as it is listed: what there is of it in the range, and how it stands. It has a session in all history. */
export function listedGroup(
  reading: FailureReading,
  tally: GroupTally,
  range: TimeRange,
): ListedGroup {
  const course = reading.history.course(tally.group)
  return {
    tally,
    course,
    standing: standingOf(course, range),
    lastSeen: reading.history.lastSeen(tally.group),
    id: reading.memory.failureGroups.id(tally.group),
  }
}

/** A group as it is answered. */
export function failureItem(
  { memory, stored, history }: FailureReading,
  { tally, course, standing, lastSeen, id }: ListedGroup,
  days: FailureDays,
): FailureGroup {
  const { group, positions } = tally
  const { columns, textSets, failureGroups } = memory
  const template = stored.groupTemplate(group) ?? ''
  const last = positions.at(-1) ?? history.sessions(group).at(-1) ?? -1
  const texts = textSets.members(columns.failureSet[last] ?? 0)
  const sample = texts.find((text) => failureGroups.ofText(text) === group) ?? 0
  return {
    id,
    template,
    templateParts: templateParts(template),
    sample: stored.text(sample) ?? template,
    severity: healths[tally.severity] ?? 'unknown',
    status: standing.status,
    counts: {
      sessions: positions.length,
      tasks: tally.tasks,
      vms: tally.vms,
      policies: tally.policies,
      backupServers: tally.backupServers,
    },
    firstSeenUTC: isoTime(course.firstSeen),
    lastSeenUTC: isoTime(lastSeen),
    changedUTC: isoTime(standing.changed),
    perDay: countPerDay(days, columns.created, positions),
  }
}
