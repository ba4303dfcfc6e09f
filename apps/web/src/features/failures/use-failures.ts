import type { FailureGroup } from '@cdp-watch/contract'
import {
  type FailuresSelection,
  failuresListFilter,
  failuresPageSize,
  failuresQuery,
} from '../../api/failures.ts'
import { useListPages } from '../../ui/list/use-list-pages.ts'

/** Groups of the index, of which only the pages in sight are asked for. `activeRow` has the focus. */
export function useFailures(
  selection: FailuresSelection,
  asked: number,
  activeRow: number | undefined,
) {
  return useListPages({
    query: (page) => failuresQuery(selection, asked, page),
    filter: failuresListFilter(selection, asked),
    size: failuresPageSize,
    idOf: ({ id }: FailureGroup) => id,
    activeRow,
  })
}

export type Failures = ReturnType<typeof useFailures>
