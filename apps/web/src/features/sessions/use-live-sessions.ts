import type { FilterTree } from '@cdp-watch/em-filter'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { liveSessionsQuery } from '../../api/live.ts'
import type { LiveSort } from '../../api/live-pages.ts'
import { useLastGood } from '../../ui/last-good.ts'

interface LiveQuestion {
  filter: FilterTree | undefined
  sort: LiveSort
  /** When it was asked: the same question may be asked again. */
  asked: string
  /** The question without its time; rows of another question are never shown in place of an answer. */
  subject: string
}

/**
 * Sessions of a live query, page after page; a row that moved to a later page while paging shows once.
 * Where asking again fails, the last good answer to the same question stays.
 */
export function useLiveSessions({ filter, sort, asked, subject }: LiveQuestion) {
  const query = useInfiniteQuery({
    ...liveSessionsQuery(filter, sort, asked),
    placeholderData: keepPreviousData,
  })
  const { data, isPlaceholderData } = query
  const answer = useMemo(
    () => (data === undefined || isPlaceholderData ? undefined : { subject, data }),
    [subject, data, isPlaceholderData],
  )
  const good = useLastGood(answer)
  const pages = data?.pages ?? (good?.subject === subject ? good.data.pages : undefined)
  const rows = useMemo(() => {
    const byUid = new Map(
      (pages ?? []).flatMap((page) => page.items).map((session) => [session.uid, session]),
    )
    return [...byUid.values()]
  }, [pages])
  return { query, pages: pages ?? [], rows }
}
