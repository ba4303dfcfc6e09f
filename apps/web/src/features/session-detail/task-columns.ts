import {
  type ColumnSort,
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  type FilterFn,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { taskWord } from './task-health.ts'
import { matchOf } from './task-lines.ts'
import { byHealth, compareNames, type VmRow } from './task-rows.ts'

export const taskTableFeatures = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

const helper = createColumnHelper<typeof taskTableFeatures, VmRow>()

/** Columns of the table of VMs; ties stay in the order of VM names, which is that of the rows given. */
export const taskColumns = helper.columns([
  helper.accessor('health', {
    id: 'result',
    header: 'Result',
    sortFn: (a, b) =>
      byHealth(a.original, b.original) ||
      compareNames(taskWord(a.original.deciding), taskWord(b.original.deciding)),
  }),
  helper.accessor('vm', {
    header: 'VM',
    // Rows are matched as a whole, once, by way of this column.
    enableGlobalFilter: true,
    sortFn: (a, b) => compareNames(a.original.vm, b.original.vm),
  }),
  helper.accessor((row) => row.deciding.reason ?? undefined, {
    id: 'reason',
    header: 'Reason',
    sortUndefined: 'last',
    sortFn: (a, b) =>
      compareNames(a.original.deciding.reason ?? '', b.original.deciding.reason ?? ''),
  }),
  helper.accessor((row) => row.deciding.state, {
    id: 'state',
    header: 'State',
    sortFn: (a, b) => compareNames(a.original.deciding.state, b.original.deciding.state),
  }),
  helper.accessor((row) => row.deciding.totalSize ?? undefined, {
    id: 'size',
    header: 'Size',
    sortUndefined: 'last',
    sortDescFirst: true,
    sortFn: (a, b) => (a.original.deciding.totalSize ?? 0) - (b.original.deciding.totalSize ?? 0),
  }),
  helper.accessor((row) => Date.parse(row.deciding.creationTimeUTC), {
    id: 'started',
    header: 'Started',
    sortDescFirst: true,
    sortFn: (a, b) => a.getValue<number>('started') - b.getValue<number>('started'),
  }),
  helper.accessor((row) => endOf(row), {
    id: 'ended',
    header: 'Ended',
    sortUndefined: 'last',
    sortDescFirst: true,
    sortFn: (a, b) => a.getValue<number>('ended') - b.getValue<number>('ended'),
  }),
])

/** The columns that are always shown: Result, VM, Reason. The others give way where it is narrow. */
export const lastingColumns = 3
export const yieldingColumns = taskColumns.length - lastingColumns

/** Milliseconds since the epoch; undefined while it runs. */
function endOf(row: VmRow): number | undefined {
  return row.deciding.endTimeUTC === null ? undefined : Date.parse(row.deciding.endTimeUTC)
}

/** Keeps the VMs whose name or reason holds the text. */
export const holdsText: FilterFn<typeof taskTableFeatures, VmRow> = (row, _column, needle) =>
  matchOf(row.original, String(needle)) !== 'none'

/** The orders offered where the table is too narrow for all its headers: a column, with `-` from its end. */
export const taskOrders = [
  { value: 'result', label: 'Worst first' },
  { value: '-result', label: 'Best first' },
  { value: 'vm', label: 'VM, A to Z' },
  { value: '-vm', label: 'VM, Z to A' },
  { value: 'reason', label: 'Reason, A to Z' },
  { value: '-reason', label: 'Reason, Z to A' },
  { value: 'state', label: 'State, A to Z' },
  { value: '-state', label: 'State, Z to A' },
  { value: '-size', label: 'Largest first' },
  { value: 'size', label: 'Smallest first' },
  { value: '-started', label: 'Newest start first' },
  { value: 'started', label: 'Oldest start first' },
  { value: '-ended', label: 'Last ended first' },
  { value: 'ended', label: 'First ended first' },
]

/** The sorting an order of `taskOrders` stands for. */
export function sortingOf(order: string): ColumnSort[] {
  return [{ id: order.replace(/^-/, ''), desc: order.startsWith('-') }]
}

/** The order a sorting stands for; the inverse of `sortingOf`. */
export function orderOf([sort]: readonly ColumnSort[]): string {
  return sort ? `${sort.desc ? '-' : ''}${sort.id}` : ''
}
