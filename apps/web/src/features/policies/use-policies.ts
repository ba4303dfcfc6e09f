import type { PolicyStatus } from '@cdp-watch/contract'
import {
  type PoliciesSelection,
  policiesListFilter,
  policiesPageSize,
  policiesQuery,
} from '../../api/policies.ts'
import { useListPages } from '../../ui/list/use-list-pages.ts'

/** Policies of the index, of which only the pages in sight are asked for. `activeRow` has the focus. */
export function usePolicies(
  selection: PoliciesSelection,
  asked: number,
  activeRow: number | undefined,
) {
  const { first, ...pages } = useListPages({
    query: (page) => policiesQuery(selection, asked, page),
    filter: policiesListFilter(selection, asked),
    size: policiesPageSize,
    idOf: ({ uid }: PolicyStatus) => uid,
    activeRow,
  })
  /** The newest answer to the first page: totals, days and facets. */
  return { ...pages, answer: first?.answer }
}

export type Policies = ReturnType<typeof usePolicies>
