import type { Session } from '@cdp-watch/contract'
import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { LiveSort } from '../../api/live-pages.ts'
import { type ColumnId, columnIds } from './column-ids.ts'
import { columnFacts, columns, features, leastWidth, tracksOf } from './session-columns.tsx'
import classes from './sessions-table.module.css'

const rowHeight = 36
const narrowRowHeight = 64
/** How many rows before the last the next page is asked for. */
const readAhead = 40

interface SessionsTableProps {
  rows: readonly Session[]
  visible: readonly ColumnId[]
  sort: LiveSort
  onSort: (field: string) => void
  selected: string | undefined
  onSelect: (uid: string) => void
  active: number
  onActivate: (index: number) => void
  busy: boolean
  onNearEnd: () => void
  foot: React.ReactNode
}

/** The rows, only those in sight in the document. Up to hundreds of thousands. */
export function SessionsTable(props: SessionsTableProps) {
  const { rows, visible, sort, active, onNearEnd } = props
  const narrow = useMediaQuery('(max-width: 700px)') ?? false
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.uid,
    manualSorting: true,
    state: {
      sorting: [{ id: sort.field, desc: sort.descending }],
      columnVisibility: Object.fromEntries(columnIds.map((id) => [id, visible.includes(id)])),
    },
  })
  const height = narrow ? narrowRowHeight : rowHeight
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (height > 0) virtual.measure()
  }, [virtual, height])
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - readAhead) onNearEnd()
  }, [lastShown, rows.length, onNearEnd])
  useEffect(() => {
    if (active < 0) return
    virtual.scrollToIndex(active, { align: 'auto' })
    // A row that was out of sight is in the document after the next frame.
    const frame = requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`tr[aria-rowindex="${active + 2}"]`)
      if (row instanceof HTMLElement) row.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [active, virtual])

  const shown = columnIds.filter((id) => visible.includes(id))
  const tableRows = table.getRowModel().rows
  return (
    <div className={classes.frame}>
      <div className={classes.scroller} ref={scroller} aria-busy={props.busy}>
        <table
          className={classes.table}
          aria-label="Sessions"
          aria-rowcount={rows.length + 1}
          style={{ '--tracks': tracksOf(shown), '--least': `${leastWidth(shown)}px` }}
        >
          <thead>
            <tr className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
              {table.getVisibleLeafColumns().map((column) => (
                <Heading key={column.id} id={column.id} sort={sort} onSort={props.onSort} />
              ))}
            </tr>
          </thead>
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = tableRows[item.index]
              if (!row) return null
              return (
                <tr
                  key={row.id}
                  className={classes.row}
                  data-uid={row.original.uid}
                  aria-rowindex={item.index + 2}
                  aria-current={row.original.uid === props.selected}
                  tabIndex={item.index === Math.max(0, active) ? 0 : -1}
                  style={{ transform: `translateY(${item.start}px)` }}
                  onClick={() => props.onSelect(row.original.uid)}
                  onFocus={() => props.onActivate(item.index)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') props.onSelect(row.original.uid)
                  }}
                >
                  {row.getVisibleCells().map((cell) => (
                    <td key={cell.id} className={classes.cell} data-column={cell.column.id}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className={classes.foot} data-testid="table-foot">
        {props.foot}
      </div>
    </div>
  )
}

function isColumnId(id: string): id is ColumnId {
  return columnIds.some((known) => known === id)
}

function Heading({
  id,
  sort,
  onSort,
}: {
  id: string
  sort: LiveSort
  onSort: (field: string) => void
}) {
  if (!isColumnId(id)) return null
  const { label, field, unsortable } = columnFacts[id]
  const sorted = field !== undefined && field === sort.field
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th className={classes.cell} scope="col" aria-sort={sorted ? direction : 'none'}>
      <Tooltip label={unsortable} disabled={unsortable === undefined}>
        <button
          type="button"
          className={classes.heading}
          data-sorted={sorted}
          aria-disabled={field === undefined}
          onClick={() => field !== undefined && onSort(field)}
        >
          {label}
          {sorted ? (
            sort.descending ? (
              <IconArrowDown size={14} aria-hidden />
            ) : (
              <IconArrowUp size={14} aria-hidden />
            )
          ) : null}
        </button>
      </Tooltip>
    </th>
  )
}
