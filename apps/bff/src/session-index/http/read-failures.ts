import { type FailureQuery, type FailuresQuery, failureSortFields } from '@cdp-watch/contract'
import type { FailureQuestion, FailuresQuestion } from '../store/session-store.ts'
import { readNarrowing } from './read-question.ts'

const usualLimit = 100
const usualZone = 'UTC'
const worstFirst = '-severity'

/** The question behind the parameters of `GET /api/failures`. Throws an AppError that names the wrong one. */
export function readFailuresQuestion(query: FailuresQuery): FailuresQuestion {
  const { status, severity, changedSince, sort, limit, offset, ...narrowing } = query
  return {
    ...readFailureQuestion(narrowing),
    statuses: status ?? [],
    severities: severity ?? [],
    changedSince: changedSince === undefined ? null : Date.parse(changedSince),
    sort: readOrder(sort ?? worstFirst),
    limit: limit ?? usualLimit,
    offset: offset ?? 0,
  }
}

/** The question behind the parameters of `GET /api/failures/:id`. Throws an AppError that names the wrong one. */
export function readFailureQuestion({ zone, ...narrowing }: FailureQuery): FailureQuestion {
  return { ...readNarrowing(narrowing), zone: zone ?? usualZone }
}

/** A sort that was checked. */
function readOrder(sort: string): FailuresQuestion['sort'] {
  const field = failureSortFields.find((name) => name === sort.replace('-', ''))
  return { field: field ?? 'severity', descending: sort.startsWith('-') }
}
