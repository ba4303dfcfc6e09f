import { parseGroupId } from '../../failures/group-id.ts'
import type { FailureFinding, FailureQuestion } from '../store/session-store.ts'
import { failureRange } from './failure-days.ts'
import { failureItem, listedGroup } from './failure-item.ts'
import type { FailureReading } from './failure-reading.ts'
import { daysOf } from './failures-answer.ts'
import { groupEntries } from './group-entries.ts'
import { tallyOf } from './group-tally.ts'

/** Answers `GET /api/failures/:id` but for its `asOf`. `now`: ms since 1970 by EM's clock. */
export function failureDetail(
  reading: FailureReading,
  id: string,
  question: FailureQuestion,
  now: number,
): FailureFinding {
  const { memory, history } = reading
  const found = reading.lookup.find(id)
  if (found === undefined || !history.has(found.group)) return missing(reading, id)
  const range = failureRange(reading.clock(question.zone), question, now)
  const days = daysOf(reading, question, range, now)
  const inRange = reading.tally(found.group, question, range)
  // An old link leads to a group that nothing has in these days: how bad it was is worth telling still.
  const tally =
    inRange.positions.length > 0
      ? inRange
      : {
          ...inRange,
          severity: tallyOf(memory, found.group, history.sessions(found.group)).severity,
        }
  return {
    kind: 'found',
    detail: {
      group: failureItem(reading, listedGroup(reading, tally, range), days),
      days: [...days.dates],
      ...groupEntries(reading, tally),
      redirectedFrom: found.redirectedFrom,
      dataVersion: memory.dataVersion,
    },
  }
}

function missing({ memory }: FailureReading, id: string): FailureFinding {
  const isOfAnother = (parseGroupId(id)?.version ?? memory.grouping) !== memory.grouping
  if (!isOfAnother) return { kind: 'unknown' }
  return { kind: memory.regrouping === null ? 'outdated' : 'regrouping' }
}
