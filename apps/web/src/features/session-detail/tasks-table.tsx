import { NativeSelect, TextInput } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import type { NameSet } from './name-set.ts'
import { Section } from './section.tsx'
import {
  holdsText,
  orderOf,
  sortingOf,
  taskColumns,
  taskOrders,
  taskTableFeatures,
} from './task-columns.ts'
import { TaskHeadings } from './task-headings.tsx'
import { type OpenedLines, taskLinesOf } from './task-lines.ts'
import { TaskListing } from './task-listing.tsx'
import type { VmRow } from './task-rows.ts'
import classes from './tasks-table.module.css'

interface TasksTableProps {
  rows: readonly VmRow[]
  names: NameSet
  /** Notices about the answer the rows come from. */
  children?: React.ReactNode
}

const worstFirst = sortingOf('result')
const nothingOpened: OpenedLines = { tasks: new Set(), vms: new Set() }

/** The VMs of a session: failing first, found by name or reason, sorted by any column. */
export function TasksTable({ rows, names, children }: TasksTableProps) {
  const [needle, setNeedle] = useState('')
  const [sorting, setSorting] = useState(worstFirst)
  const [opened, setOpened] = useState(nothingOpened)
  const table = useTable({
    features: taskTableFeatures,
    columns: taskColumns,
    data: rows,
    getRowId: (row) => row.vm,
    globalFilterFn: holdsText,
    getColumnCanGlobalFilter: (column) => column.id === 'vm',
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, globalFilter: needle },
    onSortingChange: setSorting,
    onGlobalFilterChange: setNeedle,
  })
  const found = table.getRowModel().rows
  const lines = useMemo(
    () =>
      taskLinesOf(
        found.map((row) => row.original),
        opened,
        needle,
      ),
    [found, opened, needle],
  )
  const order = orderOf(sorting)
  const total = formatCount(rows.length)

  return (
    <Section
      title="VMs"
      note={
        <span role="status">
          {needle.trim() === '' ? total : `${formatCount(found.length)} of ${total}`}
          {order === 'result' ? ' · failing first' : ''}
        </span>
      }
    >
      {children}
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          placeholder="VM or reason contains…"
          aria-label="Filter VMs by name or reason"
          value={needle}
          onChange={(event) => table.setGlobalFilter(event.currentTarget.value)}
        />
        <NativeSelect
          className={classes.order}
          size="xs"
          aria-label="Order of VMs"
          value={order}
          data={taskOrders}
          onChange={(event) => setSorting(sortingOf(event.currentTarget.value))}
        />
      </div>
      {found.length === 0 ? (
        <p className={classes.none}>
          No VM has “{needle.trim()}” in its name or its reasons.{' '}
          <button type="button" className={classes.link} onClick={() => setNeedle('')}>
            Show all {total}
          </button>
        </p>
      ) : (
        <TaskListing
          lines={lines}
          headings={<TaskHeadings columns={table.getAllLeafColumns()} order={sorting[0]} />}
          names={names}
          opened={opened}
          onOpen={setOpened}
        />
      )}
    </Section>
  )
}
