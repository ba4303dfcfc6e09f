import { type FailuresAnswer, failureStatuses, healths } from '@cdp-watch/contract'
import type { FailuresQuestion } from '../store/session-store.ts'
import { type FailureDays, failureDays, failureRange, type TimeRange } from './failure-days.ts'
import { failureItem, listedGroup } from './failure-item.ts'
import type { FailureReading } from './failure-reading.ts'
import { failuresOrder, type ListedGroup } from './failures-order.ts'

type Passes = (group: ListedGroup) => boolean

/** Answers `GET /api/failures` but for its `asOf`. `now`: ms since 1970 by EM's clock. */
export function failuresAnswer(
  reading: FailureReading,
  question: FailuresQuestion,
  now: number,
): Omit<FailuresAnswer, 'asOf'> {
  const { memory } = reading
  const range = failureRange(reading.clock(question.zone), question, now)
  const changed = reading
    .tallies(question, range)
    .map((tally) => listedGroup(reading, tally, range))
    .filter(({ standing }) => standing.changed >= (question.changedSince ?? 0))
  const ofStatus: Passes = ({ standing }) => isAmong(standing.status, question.statuses)
  const ofSeverity: Passes = ({ tally }) =>
    isAmong(healths[tally.severity] ?? 'unknown', question.severities)
  const listed = changed.filter((group) => ofStatus(group) && ofSeverity(group))
  const page = listed
    .toSorted(failuresOrder(question.sort))
    .slice(question.offset, question.offset + question.limit)
  const days = daysOf(reading, question, range, now)
  return {
    items: page.map((group) => failureItem(reading, group, days)),
    total: listed.length,
    days: [...days.dates],
    sessions: countSessions(listed, memory.columns.count),
    facets: {
      status: count(
        changed.filter(ofSeverity).map(({ standing }) => standing.status),
        failureStatuses,
        question.statuses,
      ),
      severity: count(
        changed.filter(ofStatus).map(({ tally }) => healths[tally.severity] ?? 'unknown'),
        healths,
        question.severities,
      ),
    },
    regrouping: memory.regrouping,
    dataVersion: memory.dataVersion,
  }
}

/** The days of a range that is asked about. What is before all sessions is left out, unless nothing was said. */
export function daysOf(
  reading: FailureReading,
  question: { readonly from: number | null; readonly zone: string },
  range: TimeRange,
  now: number,
): FailureDays {
  const { byStart, created } = reading.memory.columns
  const oldest = created[byStart[0] ?? -1] ?? now
  const newest = created[byStart.at(-1) ?? -1] ?? now
  const from = question.from === null ? range.from : Math.max(range.from, oldest)
  return failureDays(reading.clock(question.zone), { from, to: range.to }, Math.max(now, newest))
}

function isAmong<T>(value: T, chosen: readonly T[]): boolean {
  return chosen.length === 0 || chosen.includes(value)
}

/** How often each value occurs, of those that do and those that were chosen. */
function count<T extends string>(
  values: readonly T[],
  all: readonly T[],
  chosen: readonly T[],
): Record<string, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(
    all
      .filter((value) => counts.has(value) || chosen.includes(value))
      .map((value) => [value, counts.get(value) ?? 0]),
  )
}

/** Sessions that have one of the groups, each once. `count`: of all positions. */
function countSessions(groups: readonly ListedGroup[], count: number): number {
  const isCounted = new Uint8Array(count)
  let sessions = 0
  for (const { tally } of groups) {
    for (const position of tally.positions) {
      if (isCounted[position] === 0) sessions += 1
      isCounted[position] = 1
    }
  }
  return sessions
}
