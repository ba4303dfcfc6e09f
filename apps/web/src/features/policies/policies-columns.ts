import type { policySortFields } from '@cdp-watch/contract'

/** What stands left of the days, in this order. */
export const policyColumns = [
  { id: 'health', label: 'Health', sort: 'health' },
  { id: 'name', label: 'Policy', sort: 'name' },
  { id: 'server', label: 'Server', sort: 'backupServerName' },
  { id: 'streak', label: 'For how long', sort: 'streak' },
  { id: 'rpo', label: 'RPO' },
  { id: 'schedule', label: 'Next run' },
  { id: 'vms', label: 'VMs failing', sort: 'vmsFailed' },
  { id: 'failure', label: 'Why' },
] as const satisfies readonly PolicyColumn[]

export interface PolicyColumn {
  id: string
  label: string
  /** What the index sorts it by; absent where it does not. */
  sort?: (typeof policySortFields)[number]
}

/** The column of the policy's name, from which a row is walked. */
export const nameColumn = policyColumns.findIndex(({ id }) => id === 'name')

const worstFirst = 'health'
/** What is longest or most is looked for first. */
const descendingFirst: readonly string[] = ['streak', 'vmsFailed']

/** How a column stands to the order: `none`, or which way it sorts. `sort` as in the address. */
export function directionOf(
  column: PolicyColumn,
  sort: string | undefined,
): 'none' | 'ascending' | 'descending' {
  const by = sort ?? worstFirst
  if (by === column.sort) return 'ascending'
  return column.sort !== undefined && by === `-${column.sort}` ? 'descending' : 'none'
}

/** The order after a click on a column's header; undefined for the usual one, worst first. */
export function sortAfterClick(column: PolicyColumn, sort: string | undefined): string | undefined {
  if (column.sort === undefined) return sort
  const descending = `-${column.sort}`
  const direction = directionOf(column, sort)
  const first = descendingFirst.includes(column.sort) ? descending : column.sort
  const next = direction === 'none' ? first : direction === 'ascending' ? descending : column.sort
  return next === worstFirst ? undefined : next
}
