import type { FilterTree } from '@cdp-watch/em-filter'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { sessionsShownQuery } from '../../api/sessions.ts'
import { askedNow } from '../../ui/list/use-asked.ts'
import { indexSelection } from './index-selection.ts'
import { changeSearch, type SearchChange, type SessionsSearch } from './sessions-search.ts'
import type { SortKey } from './sort-keys.ts'

/**
 * Asks for what a change of choices would show before it is made: between pressing a button and letting
 * go of it people take a tenth of a second, in which the answer comes.
 */
export function useAskAhead(
  search: SessionsSearch,
  own: FilterTree | undefined,
  sort: readonly SortKey[],
): (change: SearchChange) => void {
  const client = useQueryClient()
  return useCallback(
    (change) => {
      const asked = askedNow()
      const selection = indexSelection(changeSearch(search, change), own, sort, asked)
      void client.prefetchQuery(sessionsShownQuery(selection, asked))
    },
    [client, search, own, sort],
  )
}
