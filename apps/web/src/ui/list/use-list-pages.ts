import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import type { RowsInPlace } from '../../api/rows-in-place.ts'
import { useNewData } from '../use-new-data.ts'
import { pagesInSight } from './pages-in-sight.ts'

/** An index that is only just being opened is asked again so often. */
const notReadyMs = 2000

/** A page of a list as it is shown, and the newest answer to it. */
interface ListPart<Row> extends RowsInPlace<Row> {
  answer: { items: readonly Row[] }
}

interface ListPagesOptions<Row, Part extends ListPart<Row>, Key extends QueryKey> {
  /** Asks for a page, by its number from 0. */
  query: (page: number) => UseQueryOptions<Part, Error, Part, Key>
  /** All pages of the list. */
  filter: { queryKey: QueryKey }
  /** Rows of a page. */
  size: number
  idOf: (row: Row) => string
  /** The row that has the focus, so that its page stays at hand though it is out of sight. */
  activeRow: number | undefined
}

/**
 * A list of the index, of which only the pages in sight are asked for. While it is shown its rows change
 * in place whenever the index does; that their order has changed is only told.
 */
export function useListPages<Row, Part extends ListPart<Row>, Key extends QueryKey>(
  options: ListPagesOptions<Row, Part, Key>,
) {
  const { query, filter, size, idOf, activeRow } = options
  const client = useQueryClient()
  const firstQuery = useQuery({
    ...query(0),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isNotReady(state.error) ? notReadyMs : false),
  })
  const first = firstQuery.data
  const isBefore = firstQuery.isPlaceholderData

  // As a text, which is the same one as long as the same pages are in sight.
  const [inSight, setInSight] = useState('')
  const onSight = useCallback(
    (from: number, to: number) => setInSight(pagesInSight(from, to, size).join()),
    [size],
  )
  const activePage = Math.floor((activeRow ?? 0) / size)
  const wanted = new Set([...inSight.split(',').map(Number), activePage])
  const pages = isBefore ? [] : [...wanted].filter((page) => page > 0)
  const laterQueries = useQueries({ queries: pages.map(query) })
  const follow = () => void client.invalidateQueries(filter, { cancelRefetch: false })
  useNewData(follow)
  // A list that was left and come back to: the index may have changed meanwhile.
  const [wasAtHand] = useState(first !== undefined)
  const catchUp = useEffectEvent(follow)
  useEffect(() => {
    if (wasAtHand) catchUp()
  }, [wasAtHand])

  const later = laterQueries.map((each) => each.data)
  const parts = new Map([[0, first], ...pages.map((page, index) => [page, later[index]] as const)])
  const shownParts = [first, ...later].filter((part) => part !== undefined)
  const newest = new Map(
    shownParts.flatMap((part) => part.answer.items).map((row) => [idOf(row), row]),
  )
  const failed = [firstQuery, ...laterQueries].find((each) => each.isError)
  return {
    /** The first page; that of the question before while the new one is asked. */
    first,
    isBefore,
    /** A row by its place in the list; undefined while it is asked. One that moved to another page is as that page has it. */
    rowAt: (index: number): Row | undefined => {
      const part = parts.get(Math.floor(index / size))
      const row = part?.rows[index % size]
      return row && (newest.get(idOf(row)) ?? row)
    },
    onSight,
    isMoved: shownParts.some((part) => part.isMoved),
    isAsking: firstQuery.isFetching || laterQueries.some((each) => each.isFetching),
    error: failed?.error ?? null,
    retry: () => void client.refetchQueries(filter),
  }
}

/** Whether the index is only just being opened, so that the answer comes by itself. */
export function isNotReady(error: Error | null): boolean {
  return error instanceof ApiError && error.problem.code === 'index-not-ready'
}
