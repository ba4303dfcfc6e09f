import type { policySortFields } from '@cdp-watch/contract'
import type { ColumnOrder } from '../../ui/list/column-order.ts'

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

/** Worst first, unless asked for otherwise; of the others what is longest or most is looked for first. */
export const policyOrder: ColumnOrder = {
  usual: 'health',
  descendingFirst: ['streak', 'vmsFailed'],
}
