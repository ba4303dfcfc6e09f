import {
  type FailureGroup,
  type FailureStatus,
  type FailuresAnswer,
  failureDetailSchema,
  failuresAnswerSchema,
  type Health,
  type IndexedSessionsAnswer,
  indexedSessionsAnswerSchema,
  paths,
} from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request, urlOf } from './request.ts'
import { type RowsInPlace, rowsInPlace } from './rows-in-place.ts'

/** The sessions whose failures are meant, and in which zone their days are: parameters of `GET /api/failures/:id`. */
export interface GroupSelection {
  /** ISO 8601 UTC; `from` is included, `to` is not. */
  from: string | undefined
  to: string | undefined
  policyUid: readonly string[] | undefined
  backupServerUid: readonly string[] | undefined
  q: string | undefined
  zone: string
}

/** Which groups are meant, and in what order: parameters of `GET /api/failures`. */
export interface FailuresSelection extends GroupSelection {
  severity: readonly Health[] | undefined
  status: readonly FailureStatus[] | undefined
  changedSince: string | undefined
  sort: string | undefined
}

/** A page of the list as it is shown, and the newest answer to it. */
export interface FailuresPart extends RowsInPlace<FailureGroup> {
  answer: FailuresAnswer
  /** How many groups the list has: as many as there were at first. */
  count: number
  selection: FailuresSelection
  asked: number
}

/** Groups asked for at a time. */
export const failuresPageSize = 100
/** Sessions of a group that its page shows. */
const groupSessionsShown = 10
/** Who has read a group comes back to the list as it was. */
const listKeptMs = 600_000
const answersKeptMs = 60_000

const indexed = ['index', 'failures'] as const
const listKey = (selection: FailuresSelection, asked: number) =>
  [...indexed, 'list', selection, asked] as const

/**
 * A page of groups, by its number from 0. `asked` tells one asking from the next: within one, asking
 * again keeps the rows in their places.
 */
export const failuresQuery = (selection: FailuresSelection, asked: number, page: number) => {
  const queryKey = [...listKey(selection, asked), page] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<FailuresPart> => {
      const url = urlOf(paths.failures, {
        ...selection,
        limit: failuresPageSize,
        offset: page * failuresPageSize,
      })
      const answer = await request(url, failuresAnswerSchema, signal)
      const before = client.getQueryData<FailuresPart>(queryKey)
      const rows = rowsInPlace(before?.rows, answer.items, ({ id }) => id)
      return { answer, count: before?.count ?? answer.total, selection, asked, ...rows }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: listKeptMs,
  })
}

/** All pages of a list that are at hand. */
export const failuresListFilter = (selection: FailuresSelection, asked: number) => ({
  queryKey: listKey(selection, asked),
})

/** One group: its counts, texts, VMs and policies in these sessions. */
export const failureQuery = (id: string, selection: Partial<GroupSelection> = {}) =>
  queryOptions({
    queryKey: [...indexed, 'group', id, selection],
    queryFn: ({ signal }) =>
      request(
        urlOf(paths.failure.replace(':id', encodeURIComponent(id)), { ...selection }),
        failureDetailSchema,
        signal,
      ),
    gcTime: answersKeptMs,
  })

/** The newest sessions of a group, and how many there are. */
export type GroupSessions = Pick<IndexedSessionsAnswer, 'items' | 'total'>

/** Asks for the newest sessions of a group. */
export const groupSessionsQuery = (id: string, { zone: _zone, ...selection }: GroupSelection) =>
  queryOptions({
    queryKey: [...indexed, 'sessions', id, selection],
    queryFn: async ({ signal }): Promise<GroupSessions> => {
      const url = urlOf(paths.sessions, {
        ...selection,
        failure: id,
        sort: '-creationTimeUTC',
        limit: groupSessionsShown,
      })
      const { items, total } = await request(url, indexedSessionsAnswerSchema, signal)
      return { items, total }
    },
    gcTime: answersKeptMs,
  })
