import {
  healths,
  maxOverviewReasons,
  type Overview,
  type OverviewReason,
} from '@cdp-watch/contract'
import { templateParts } from '../../failures/text-parts.ts'
import type { FailureReading } from '../failure-groups/failure-reading.ts'
import { type GroupTally, tallyOf } from '../failure-groups/group-tally.ts'
import { sessionsByGroup } from '../failure-groups/sessions-by-group.ts'
import { isoTime } from '../reader/iso-time.ts'
import { shortParts } from './short-parts.ts'

/** More than a screen can show of one reason, in characters. */
const longest = 160

/** Why the sessions at these positions are not well: their groups of failures, worst first, then those of most VMs. */
export function currentReasons(
  reading: FailureReading,
  positions: Uint32Array,
): Pick<Overview, 'reasons' | 'reasonCount'> {
  const { memory } = reading
  const byGroup = sessionsByGroup(memory.columns, memory.failureGroups, positions)
  const tallies = byGroup.groups
    .filter((group) => group > 0)
    .map((group) => tallyOf(memory, group, byGroup.of(group)))
    .toSorted(
      (a, b) =>
        a.severity - b.severity || b.vms - a.vms || b.policies - a.policies || a.group - b.group,
    )
  return {
    reasons: tallies.slice(0, maxOverviewReasons).map((tally) => reasonOf(reading, tally)),
    reasonCount: tallies.length,
  }
}

function reasonOf(
  { memory, stored, history }: FailureReading,
  { group, severity, vms, policies }: GroupTally,
): OverviewReason {
  return {
    id: memory.failureGroups.id(group),
    parts: shortParts(templateParts(stored.groupTemplate(group) ?? ''), longest),
    severity: healths[severity] ?? 'unknown',
    vms,
    policies,
    sinceUTC: isoTime(history.course(group).began),
  }
}
