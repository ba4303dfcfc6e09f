import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column, ColumnSort } from '@tanstack/react-table'
import type { taskTableFeatures } from './task-columns.ts'
import type { VmRow } from './task-rows.ts'
import classes from './tasks-table.module.css'

interface TaskHeadingsProps {
  columns: readonly Column<typeof taskTableFeatures, VmRow>[]
  order: ColumnSort | undefined
}

/** The head of the table of VMs; each heading sorts by its column, again turns the order round. */
export function TaskHeadings({ columns, order }: TaskHeadingsProps) {
  return (
    <tr>
      {columns.map((column) => {
        const sorted = order?.id === column.id
        const Arrow = order?.desc ? IconArrowDown : IconArrowUp
        return (
          <th
            key={column.id}
            scope="col"
            data-column={column.id}
            aria-sort={sorted ? (order.desc ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              className={classes.heading}
              data-sorted={sorted}
              onClick={() => column.toggleSorting()}
            >
              {String(column.columnDef.header)}
              {sorted ? <Arrow size={13} aria-hidden /> : null}
            </button>
          </th>
        )
      })}
    </tr>
  )
}
