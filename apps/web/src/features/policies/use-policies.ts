import type { PolicyStatus } from '@cdp-watch/contract'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import {
  type PoliciesSelection,
  policiesListFilter,
  policiesPageSize,
  policiesQuery,
} from '../../api/policies.ts'
import { useNewData } from '../../ui/use-new-data.ts'
import { pagesInSight } from './pages-in-sight.ts'

/** An index that is only just being opened is asked again so often. */
const notReadyMs = 2000

/**
 * Policies of the index, of which only the pages in sight are asked for. While they are shown their rows
 * change in place whenever the index does; that their order has changed is only told. `activeRow` has the
 * focus, so that its page stays at hand though it is out of sight.
 */
export function usePolicies(
  selection: PoliciesSelection,
  asked: number,
  activeRow: number | undefined,
) {
  const client = useQueryClient()
  const firstQuery = useQuery({
    ...policiesQuery(selection, asked, 0),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isNotReady(state.error) ? notReadyMs : false),
  })
  const first = firstQuery.data
  const isBefore = firstQuery.isPlaceholderData

  // As a text, which is the same one as long as the same pages are in sight.
  const [inSight, setInSight] = useState('')
  const onSight = useCallback(
    (from: number, to: number) => setInSight(pagesInSight(from, to, policiesPageSize).join()),
    [],
  )
  const activePage = Math.floor((activeRow ?? 0) / policiesPageSize)
  const wanted = new Set([...inSight.split(',').map(Number), activePage])
  const pages = isBefore ? [] : [...wanted].filter((page) => page > 0)
  const laterQueries = useQueries({
    queries: pages.map((page) => policiesQuery(selection, asked, page)),
  })
  useNewData(
    () =>
      void client.invalidateQueries(policiesListFilter(selection, asked), { cancelRefetch: false }),
  )

  const later = laterQueries.map((query) => query.data)
  const parts = new Map([[0, first], ...pages.map((page, index) => [page, later[index]] as const)])
  const shownParts = [first, ...later].filter((part) => part !== undefined)
  const newest = new Map(
    shownParts.flatMap((part) => part.answer.items).map((policy) => [policy.uid, policy]),
  )
  const failed = [firstQuery, ...laterQueries].find((query) => query.isError)
  return {
    /** The newest answer to the first page: totals, days and facets; that to the question before while the new one is asked. */
    answer: first?.answer,
    isBefore,
    /** A row by its place in the list; undefined while it is asked. One that moved to another page is as that page has it. */
    rowAt: (index: number): PolicyStatus | undefined => {
      const part = parts.get(Math.floor(index / policiesPageSize))
      const row = part?.rows[index % policiesPageSize]
      return row && (newest.get(row.uid) ?? row)
    },
    onSight,
    isMoved: shownParts.some((part) => part.isMoved),
    isAsking: firstQuery.isFetching || laterQueries.some((query) => query.isFetching),
    error: failed?.error ?? null,
    retry: () => void client.refetchQueries(policiesListFilter(selection, asked)),
  }
}

export type Policies = ReturnType<typeof usePolicies>

/** Whether the index is only just being opened, so that the answer comes by itself. */
export function isNotReady(error: Error | null): boolean {
  return error instanceof ApiError && error.problem.code === 'index-not-ready'
}
