import type { failureSortFields } from '@cdp-watch/contract'
import type { ColumnOrder } from '../../ui/list/column-order.ts'

export interface FailureColumn {
  id: string
  label: string
  /** What the index sorts it by; absent where it does not. */
  sort?: (typeof failureSortFields)[number]
}

/** What is told of a group in the list, in this order. */
export const failureColumns = [
  { id: 'health', label: 'Health', sort: 'severity' },
  { id: 'cause', label: 'Cause' },
  { id: 'sessions', label: 'Sessions', sort: 'sessions' },
  { id: 'vms', label: 'VMs', sort: 'vms' },
  { id: 'policies', label: 'Policies', sort: 'policies' },
  { id: 'first', label: 'First seen', sort: 'firstSeenUTC' },
  { id: 'last', label: 'Last seen', sort: 'lastSeenUTC' },
  { id: 'days', label: 'By day' },
] as const satisfies readonly FailureColumn[]

/** Worst and newest first, unless asked for otherwise; of all else the most and the latest is looked for first. */
export const failureOrder: ColumnOrder = {
  usual: '-severity',
  descendingFirst: ['severity', 'sessions', 'vms', 'policies', 'firstSeenUTC', 'lastSeenUTC'],
}
