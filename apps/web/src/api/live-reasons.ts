import { tasksAnswerSchema } from '@cdp-watch/contract'
import { and, condition, type FilterTree, or } from '@cdp-watch/em-filter'
import { queryOptions } from '@tanstack/react-query'
import { allRows } from './live-pages.ts'

/** Pages of failing tasks asked for at most: an estate with more than these is failing as a whole. */
const mostPages = 10

/**
 * EM filters tasks by their Reason though not by their Result, and gives one to every task that is
 * Warning or Failed: so what fails is asked for without what does not.
 */
const withReason = condition('Reason', '!=', '')

const failingTasks = (filter: FilterTree, signal: AbortSignal) => {
  const sort = { field: 'CreationTimeUTC', descending: true }
  const question = { type: 'CdpReplicaTaskSession', filter: and(withReason, filter), sort } as const
  return allRows(question, tasksAnswerSchema, signal, mostPages)
}

/** Tasks of running sessions that are failing at this moment. `asked` tells one asking from the next. */
export const failingNowQuery = (asked: string) =>
  queryOptions({
    queryKey: ['live', 'failing-now', asked],
    queryFn: ({ signal }) => failingTasks(condition('State', '!=', 'Completed'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Tasks with a reason of these sessions; ended ones do not change any more. */
export const reasonsQuery = (sessionUids: readonly string[]) =>
  queryOptions({
    queryKey: ['live', 'reasons', sessionUids],
    queryFn: ({ signal }) =>
      failingTasks(
        or(...sessionUids.map((uid) => condition('PolicySessionUid', '==', uid))),
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
