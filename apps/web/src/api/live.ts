import {
  type BackupServersAnswer,
  backupServersAnswerSchema,
  maxLivePageSize,
  type PoliciesAnswer,
  policiesAnswerSchema,
  routes,
  type SessionsAnswer,
  sessionsAnswerSchema,
  type TasksAnswer,
  tasksAnswerSchema,
} from '@cdp-watch/contract'
import { condition, type FilterTree, print } from '@cdp-watch/em-filter'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { UnreadableAnswer } from './api-error.ts'
import { request, urlOf } from './request.ts'

export interface LiveSort {
  field: string
  descending: boolean
}

const sessionsPageSize = 200

function liveUrl(
  type: string,
  filter: FilterTree | undefined,
  sort: LiveSort,
  page: number,
  pageSize: number,
): string {
  return urlOf(routes.emQuery, {
    type,
    filter: filter ? print(filter) : undefined,
    [sort.descending ? 'sortDesc' : 'sortAsc']: sort.field,
    pageSize,
    page,
  })
}

/** Sessions as EM has them now, page after page. `asked` tells one asking from the next of the same filter. */
export const liveSessionsQuery = (filter: FilterTree | undefined, sort: LiveSort, asked: string) =>
  infiniteQueryOptions({
    queryKey: ['live', 'sessions', filter ? print(filter) : '', sort, asked],
    queryFn: ({ signal, pageParam }): Promise<SessionsAnswer> =>
      request(
        liveUrl('CdpReplicaSession', filter, sort, pageParam, sessionsPageSize),
        sessionsAnswerSchema,
        signal,
      ),
    initialPageParam: 1,
    getNextPageParam: (last) =>
      last.page.number < last.page.count ? last.page.number + 1 : undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** One session by its UID, or null where EM does not have it (any more). */
export const liveSessionQuery = (uid: string) =>
  queryOptions({
    queryKey: ['live', 'session', uid],
    queryFn: async ({ signal }) => {
      const url = liveUrl(
        'CdpReplicaSession',
        condition('Id', '==', uid),
        { field: 'CreationTimeUTC', descending: true },
        1,
        1,
      )
      const answer = await request(url, sessionsAnswerSchema, signal)
      const unreadable = answer.rowProblems.find((row) => row.row === 'left-out')
      if (unreadable)
        throw new UnreadableAnswer(
          `Enterprise Manager has this session, but its row cannot be read: ${unreadable.message}.`,
        )
      return { session: answer.items[0] ?? null, answeredUTC: answer.answeredUTC }
    },
  })

/** All tasks of a session: `pageSize` of EM is finite, so every page is asked. */
export const liveTasksQuery = (sessionUid: string) =>
  queryOptions({
    queryKey: ['live', 'tasks', sessionUid],
    queryFn: async ({ signal }) => {
      const filter = condition('PolicySessionUid', '==', sessionUid)
      const sort = { field: 'CreationTimeUTC', descending: true }
      const pages: TasksAnswer[] = []
      let page = 1
      for (let count = 1; page <= count; page += 1) {
        const answer = await request(
          liveUrl('CdpReplicaTaskSession', filter, sort, page, maxLivePageSize),
          tasksAnswerSchema,
          signal,
        )
        pages.push(answer)
        count = answer.page.count
      }
      const byUid = new Map(pages.flatMap((each) => each.items).map((task) => [task.uid, task]))
      return {
        tasks: [...byUid.values()],
        unreadable: pages
          .flatMap((each) => each.rowProblems)
          .filter((row) => row.row === 'left-out').length,
        answeredUTC: pages.at(-1)?.answeredUTC ?? null,
      }
    },
  })

/** EM's own JSON of one session, as text. */
export const rawSessionQuery = (uid: string) =>
  queryOptions({
    queryKey: ['live', 'raw', uid],
    queryFn: async ({ signal }) => {
      const filter = print(condition('Id', '==', uid))
      const url = urlOf(routes.emQuery, {
        type: 'CdpReplicaSession',
        filter,
        pageSize: 1,
        raw: 'true',
      })
      return JSON.stringify(await request(url, z.unknown(), signal), null, 2)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Names of policies and backup servers, offered as values while a filter is built. */
export const livePoliciesQuery = queryOptions({
  queryKey: ['live', 'policies'],
  queryFn: ({ signal }): Promise<PoliciesAnswer> =>
    request(
      liveUrl('CdpPolicy', undefined, { field: 'Name', descending: false }, 1, maxLivePageSize),
      policiesAnswerSchema,
      signal,
    ),
  staleTime: 300_000,
})

export const liveBackupServersQuery = queryOptions({
  queryKey: ['live', 'backup-servers'],
  queryFn: ({ signal }): Promise<BackupServersAnswer> =>
    request(
      liveUrl('BackupServer', undefined, { field: 'Name', descending: false }, 1, maxLivePageSize),
      backupServersAnswerSchema,
      signal,
    ),
  staleTime: 300_000,
})
