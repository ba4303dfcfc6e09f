import {
  type Health,
  type PoliciesStatusAnswer,
  type PolicyStatus,
  paths,
  policiesStatusAnswerSchema,
} from '@cdp-watch/contract'
import { queryOptions } from '@tanstack/react-query'
import { request, urlOf } from './request.ts'
import { type RowsInPlace, rowsInPlace, uidOf } from './rows-in-place.ts'

/** Which policies are meant, in what order, and in which zone their days are: parameters of `GET /api/policies`. */
export interface PoliciesSelection {
  zone: string
  health: readonly Health[] | undefined
  backupServerUid: readonly string[] | undefined
  q: string | undefined
  sort: string | undefined
}

/** A page of the list as it is shown, and the newest answer to it. */
export interface PoliciesPart extends RowsInPlace<PolicyStatus> {
  answer: PoliciesStatusAnswer
}

/** Rows asked for at a time. */
export const policiesPageSize = 100
const answersKeptMs = 60_000

const listKey = (selection: PoliciesSelection, asked: number) =>
  ['index', 'policies', selection, asked] as const

/**
 * A page of policies, by its number from 0. `asked` tells one asking from the next: within one, asking
 * again keeps the rows in their places.
 */
export const policiesQuery = (selection: PoliciesSelection, asked: number, page: number) => {
  const queryKey = [...listKey(selection, asked), page] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<PoliciesPart> => {
      const url = urlOf(paths.policies, {
        ...selection,
        limit: policiesPageSize,
        offset: page * policiesPageSize,
      })
      const answer = await request(url, policiesStatusAnswerSchema, signal)
      const before = client.getQueryData<PoliciesPart>(queryKey)
      return { answer, ...rowsInPlace(before?.rows, answer.items, uidOf) }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: answersKeptMs,
  })
}

/** All pages of a list that are at hand. */
export const policiesListFilter = (selection: PoliciesSelection, asked: number) => ({
  queryKey: listKey(selection, asked),
})
