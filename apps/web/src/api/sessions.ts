import {
  type Health,
  type IndexedSession,
  type IndexedSessionsAnswer,
  indexedSessionsAnswerSchema,
  paths,
  policiesStatusAnswerSchema,
} from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request, urlOf } from './request.ts'
import { type RowsInPlace, rowsInPlace, uidOf } from './rows-in-place.ts'

/** Which sessions of the index are meant and in what order: parameters of `GET /api/sessions`. */
export interface SessionsSelection {
  /** ISO 8601 UTC; `from` is included, `to` is not. */
  from: string | undefined
  to: string | undefined
  state: readonly string[] | undefined
  result: readonly string[] | undefined
  health: readonly Health[] | undefined
  policyUid: readonly string[] | undefined
  backupServerUid: readonly string[] | undefined
  /** Ids of groups of failures. */
  failure: readonly string[] | undefined
  q: string | undefined
  filter: string | undefined
  sort: string | undefined
}

/** What the index said to a selection, kept current while it is shown. */
export interface SessionsShown {
  selection: SessionsSelection
  asked: number
  /** Sessions that came after are only counted. */
  horizon: number
  /** Data version of the first answer. */
  since: number
  /** How many rows the list has: as many as matched at first. */
  count: number
  /** The newest answer; its items are in `first`. */
  answer: Omit<IndexedSessionsAnswer, 'items'>
  /** The first page. */
  first: RowsInPlace<IndexedSession>
}

/** Rows asked for at a time. */
export const sessionsPageSize = 100
/** About so many bars, which fit a phone and fill a wide screen. */
const bars = 168
/** Rows that are out of sight are forgotten after so long: there may be hundreds of thousands. */
const rowsKeptMs = 15_000
const answersKeptMs = 60_000

const indexed = ['index', 'sessions'] as const
const shownKey = (selection: SessionsSelection, asked: number) =>
  [...indexed, selection, asked] as const
const rowsKey = ({ selection, asked }: SessionsShown, page: number) =>
  [...shownKey(selection, asked), 'rows', page] as const

/**
 * The first rows of a selection, totals, facets and histogram. `asked` tells one asking from the next:
 * within one, a second request keeps the rows in their places and counts what has come since.
 */
export const sessionsShownQuery = (selection: SessionsSelection, asked: number) =>
  queryOptions({
    queryKey: shownKey(selection, asked),
    queryFn: async ({ client, signal }): Promise<SessionsShown> => {
      const before = client.getQueryData<SessionsShown>(shownKey(selection, asked))
      const url = urlOf(paths.sessions, {
        ...selection,
        limit: sessionsPageSize,
        bars,
        horizon: before?.horizon,
        since: before?.since,
      })
      const { items, ...answer } = await request(url, indexedSessionsAnswerSchema, signal)
      return {
        selection,
        asked,
        horizon: before?.horizon ?? answer.horizon,
        since: before?.since ?? answer.dataVersion,
        count: before?.count ?? answer.total,
        answer,
        first: rowsInPlace(before?.first.rows, items, uidOf),
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: answersKeptMs,
  })

/** A page of the same list, by its number from 0. */
export const sessionRowsQuery = (shown: SessionsShown, page: number) =>
  queryOptions({
    queryKey: rowsKey(shown, page),
    queryFn: async ({ client, signal }): Promise<RowsInPlace<IndexedSession>> => {
      const before = client.getQueryData<RowsInPlace<IndexedSession>>(rowsKey(shown, page))
      const url = urlOf(paths.sessions, {
        ...shown.selection,
        limit: sessionsPageSize,
        offset: page * sessionsPageSize,
        horizon: shown.horizon,
      })
      const { items } = await request(url, indexedSessionsAnswerSchema, signal)
      return rowsInPlace(before?.rows, items, uidOf)
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: rowsKeptMs,
  })

/** Policies and backup servers of a selection whose names hold a text, most frequent first. */
export const facetNamesQuery = (selection: SessionsSelection, facetText?: string) =>
  queryOptions({
    queryKey: [...indexed, 'facet-names', selection, facetText],
    queryFn: async ({ signal }) => {
      const url = urlOf(paths.sessions, { ...selection, facetText, limit: 1 })
      return (await request(url, indexedSessionsAnswerSchema, signal)).facets
    },
    gcTime: answersKeptMs,
  })

/** A policy also goes missing by the mere passing of time. */
const missingEveryMs = 60_000

/** How many policies should run and do not, as of a data version. */
export const missingPoliciesQuery = (dataVersion: number) =>
  queryOptions({
    queryKey: [...indexed, 'missing-policies', dataVersion],
    queryFn: async ({ signal }) => {
      const url = urlOf(paths.policies, { limit: 1 })
      return (await request(url, policiesStatusAnswerSchema, signal)).facets.health.missing ?? 0
    },
    refetchInterval: missingEveryMs,
    gcTime: answersKeptMs,
  })
