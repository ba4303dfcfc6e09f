import type { IndexedSession } from '@cdp-watch/contract'
import { useDebouncedValue, useThrottledValue } from '@mantine/hooks'
import {
  keepPreviousData,
  type UseQueryResult,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { freshnessQuery } from '../../api/freshness.ts'
import type { RowsInPlace } from '../../api/rows-in-place.ts'
import {
  type SessionsSelection,
  type SessionsShown,
  sessionRowsQuery,
  sessionsPageSize,
  sessionsShownQuery,
} from '../../api/sessions.ts'
import { useLastGood } from '../../ui/last-good.ts'
import { pagesAround } from './row-pages.ts'

/** While it fills, the index changes many times a second. */
const freshAtMostEveryMs = 2000
/** So long scrolling rests before rows are asked for: those flown by are not. */
const scrollRestMs = 80

interface IndexSessions {
  /** Undefined until there was an answer; that to the question before while the new one is asked. */
  shown: SessionsShown | undefined
  isBefore: boolean
  rowAt: (index: number) => IndexedSession | undefined
  onSight: (first: number, last: number) => void
  /** Whether rows have come to other places, or in or out of the list, since it was first shown. */
  isMoved: boolean
  isAsking: boolean
  error: Error | null
  retry: () => void
}

/**
 * Sessions of the index: the answer, and the rows of its list that are in sight. While it is shown its
 * rows change in place whenever the index does; what comes is only counted. `selection` has to be the
 * same object while it is the same question.
 */
export function useIndexSessions(selection: SessionsSelection, asked: number): IndexSessions {
  const client = useQueryClient()
  const answer = useQuery({
    ...sessionsShownQuery(selection, asked),
    placeholderData: keepPreviousData,
  })
  // Where asking fails, the last good answer to the same question stays.
  const good = useLastGood(answer.data)
  const shown = answer.data ?? (good?.selection === selection ? good : undefined)
  const isBefore = answer.isPlaceholderData

  const shownVersion = isBefore ? undefined : shown?.answer.dataVersion
  const fresh = useQuery({ ...freshnessQuery, select: (freshness) => freshness.dataVersion })
  const version = useThrottledValue(fresh.data ?? 0, freshAtMostEveryMs)
  useEffect(() => {
    if (shownVersion === undefined || version <= shownVersion) return
    void client.invalidateQueries({ queryKey: sessionsShownQuery(selection, asked).queryKey })
  }, [client, selection, asked, version, shownVersion])

  const count = shown?.count ?? 0
  // As one text: scrolling within the same pages changes nothing here.
  const [inSight, setInSight] = useState('')
  const onSight = useCallback(
    (first: number, last: number) => {
      const around = pagesAround(first, last, count, sessionsPageSize)
      setInSight(around.filter((page) => page > 0).join())
    },
    [count],
  )
  const pages = useMemo(() => (inSight === '' ? [] : inSight.split(',').map(Number)), [inSight])
  const [rested] = useDebouncedValue(inSight, scrollRestMs)
  const later = useQueries({
    queries: shown
      ? pages.map((page) => ({
          ...sessionRowsQuery(shown, page),
          enabled: rested === inSight && !isBefore,
        }))
      : [],
    combine: gather,
  })
  const first = shown?.first.rows
  const rowAt = useCallback(
    (index: number) => {
      const page = Math.floor(index / sessionsPageSize)
      const rows = page === 0 ? first : later.pages[pages.indexOf(page)]?.rows
      return rows?.[index - page * sessionsPageSize]
    },
    [first, later.pages, pages],
  )
  const retry = () => {
    void client.refetchQueries({
      queryKey: sessionsShownQuery(selection, asked).queryKey,
      type: 'active',
    })
  }
  return {
    shown,
    isBefore,
    rowAt,
    onSight,
    isMoved:
      shown !== undefined &&
      (shown.first.isMoved ||
        shown.count !== shown.answer.total ||
        later.pages.some((page) => page?.isMoved)),
    isAsking: answer.isFetching || later.isAsking,
    error: answer.error ?? later.error,
    retry,
  }
}

function gather(results: UseQueryResult<RowsInPlace<IndexedSession>>[]) {
  return {
    pages: results.map((result) => result.data),
    isAsking: results.some((result) => result.isFetching),
    error: results.find((result) => result.error !== null)?.error ?? null,
  }
}
