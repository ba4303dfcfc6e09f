import {
  backupServersAnswerSchema,
  paths,
  policiesAnswerSchema,
  type SessionsAnswer,
  sessionsAnswerSchema,
  tasksAnswerSchema,
} from '@cdp-watch/contract'
import { condition, type FilterTree, print } from '@cdp-watch/em-filter'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { UnreadableAnswer } from './api-error.ts'
import { allRows, type LiveSort, livePageUrl } from './live-pages.ts'
import { request, urlOf } from './request.ts'

const newestFirst: LiveSort = { field: 'CreationTimeUTC', descending: true }
const byName: LiveSort = { field: 'Name', descending: false }
const sessionsPageSize = 200

/** Sessions as EM has them now, page after page. `asked` tells one asking from the next of the same filter. */
export const liveSessionsQuery = (filter: FilterTree | undefined, sort: LiveSort, asked: string) =>
  infiniteQueryOptions({
    queryKey: ['live', 'sessions', filter ? print(filter) : '', sort, asked],
    queryFn: ({ signal, pageParam }): Promise<SessionsAnswer> =>
      request(
        livePageUrl({ type: 'CdpReplicaSession', filter, sort }, pageParam, sessionsPageSize),
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
      const filter = condition('Id', '==', uid)
      const url = livePageUrl({ type: 'CdpReplicaSession', filter, sort: newestFirst }, 1, 1)
      const answer = await request(url, sessionsAnswerSchema, signal)
      const unreadable = answer.rowProblems.find((row) => row.row === 'left-out')
      if (unreadable)
        throw new UnreadableAnswer(
          `Enterprise Manager has this session, but its row cannot be read: ${unreadable.message}.`,
        )
      return { session: answer.items[0] ?? null, answeredUTC: answer.answeredUTC }
    },
  })

/** All tasks of a session. */
export const liveTasksQuery = (sessionUid: string) =>
  queryOptions({
    queryKey: ['live', 'tasks', sessionUid],
    queryFn: ({ signal }) => {
      const filter = condition('PolicySessionUid', '==', sessionUid)
      const question = { type: 'CdpReplicaTaskSession', filter, sort: newestFirst } as const
      return allRows(question, tasksAnswerSchema, signal)
    },
  })

/** EM's own JSON of one session, as text. */
export const rawSessionQuery = (uid: string) =>
  queryOptions({
    queryKey: ['live', 'raw', uid],
    queryFn: async ({ signal }) => {
      const filter = print(condition('Id', '==', uid))
      const url = urlOf(paths.emQuery, {
        type: 'CdpReplicaSession',
        filter,
        pageSize: 1,
        raw: 'true',
      })
      return JSON.stringify(await request(url, z.unknown(), signal), null, 2)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Policies by name, offered as values while a filter is built. */
export const livePoliciesQuery = queryOptions({
  queryKey: ['live', 'policies'],
  queryFn: ({ signal }) =>
    allRows({ type: 'CdpPolicy', sort: byName }, policiesAnswerSchema, signal),
  staleTime: 300_000,
})

/** Backup servers by name, offered as values while a filter is built. */
export const liveBackupServersQuery = queryOptions({
  queryKey: ['live', 'backup-servers'],
  queryFn: ({ signal }) =>
    allRows({ type: 'BackupServer', sort: byName }, backupServersAnswerSchema, signal),
  staleTime: 300_000,
})
