import { maxLivePageSize, routes, type Task, tasksAnswerSchema } from '@cdp-watch/contract'
import { and, condition, type FilterTree, or, print } from '@cdp-watch/em-filter'
import { queryOptions } from '@tanstack/react-query'
import { request, urlOf } from './request.ts'

/** Pages of failing tasks asked for at most: an estate with more than these is failing as a whole. */
const mostPages = 5

/**
 * EM filters tasks by their Reason though not by their Result, and gives one to every task that is
 * Warning or Failed: so what fails is asked for without what does not.
 */
const withReason = condition('Reason', '!=', '')

async function failingTasks(filter: FilterTree, signal: AbortSignal): Promise<Task[]> {
  const tasks: Task[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const url = urlOf(routes.emQuery, {
      type: 'CdpReplicaTaskSession',
      filter: print(filter),
      sortDesc: 'CreationTimeUTC',
      pageSize: maxLivePageSize,
      page,
    })
    const answer = await request(url, tasksAnswerSchema, signal)
    tasks.push(...answer.items)
    if (answer.page.number >= answer.page.count) break
  }
  return tasks
}

/** Tasks of running sessions that are failing at this moment. `asked` tells one asking from the next. */
export const failingNowQuery = (asked: string) =>
  queryOptions({
    queryKey: ['live', 'failing-now', asked],
    queryFn: ({ signal }) =>
      failingTasks(and(condition('State', '!=', 'Completed'), withReason), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Tasks with a reason of these sessions; ended ones do not change any more. */
export const reasonsQuery = (sessionUids: readonly string[]) =>
  queryOptions({
    queryKey: ['live', 'reasons', sessionUids],
    queryFn: ({ signal }) =>
      failingTasks(
        and(withReason, or(...sessionUids.map((uid) => condition('PolicySessionUid', '==', uid)))),
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
