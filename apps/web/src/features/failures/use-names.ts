import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { GroupSelection } from '../../api/failures.ts'
import { facetNamesQuery } from '../../api/sessions.ts'
import { useNewData } from '../../ui/use-new-data.ts'
import { failingSessions } from './failing-sessions.ts'

/** Policies and servers of failing sessions, with how many of those each has. */
export function useNames(selection: GroupSelection, isWanted = true) {
  const names = useQuery({
    ...facetNamesQuery(failingSessions(selection)),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
  useNewData(() => {
    if (isWanted) void names.refetch()
  })
  const facets = names.data
  return {
    facets,
    nameOf: (facet: 'policy' | 'backupServer', uid: string) =>
      facets?.[facet].find((each) => each.uid === uid)?.name ?? uid,
  }
}

export type Names = ReturnType<typeof useNames>
