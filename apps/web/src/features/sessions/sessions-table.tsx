import { useMediaQuery } from '@mantine/hooks'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import foot from '../../ui/list/list-foot.module.css'
import { leastWidth, tracksOf } from './column-facts.ts'
import { type ColumnId, columnIds } from './column-ids.ts'
import { reachableRows } from './reach.ts'
import { columns, features, type PlacedRow } from './session-columns.tsx'
import type { SessionRow } from './session-row.ts'
import type { Source } from './sessions-search.ts'
import classes from './sessions-table.module.css'
import type { SortKey } from './sort-keys.ts'
import { TableHeading } from './table-heading.tsx'
import { TableLine } from './table-line.tsx'

const rowHeight = 36
const narrowRowHeight = 64

interface SessionsTableProps {
  /** Rows there are, whether they have been loaded or not. */
  count: number
  /** The row at a place; undefined while it is not there. Another function whenever a row has changed. */
  rowAt: (index: number) => SessionRow | undefined
  /** Tells one list from the next: another one begins at its top. */
  list: string
  source: Source
  visible: readonly ColumnId[]
  sort: readonly SortKey[]
  onSort: (sort: readonly SortKey[]) => void
  selected: string | undefined
  onSelect: (uid: string) => void
  active: number
  onActivate: (index: number) => void
  busy: boolean
  /** Which rows are in sight, whenever that changes. */
  onSight: (first: number, last: number) => void
  foot: (reachable: number) => React.ReactNode
}

/** The rows, only those in sight in the document. Up to hundreds of thousands. */
export function SessionsTable(props: SessionsTableProps) {
  const { rowAt, list, visible, active, onSight } = props
  const narrow = useMediaQuery('(max-width: 700px)') ?? false
  const height = narrow ? narrowRowHeight : rowHeight
  const count = reachableRows(props.count, height)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // Rendered with whatever else the frame brings, rather than once for each scroll event.
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const data = useMemo(() => placedRows(first, last, rowAt), [first, last, rowAt])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnIds.map((id) => [id, visible.includes(id)])),
    [visible],
  )
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => String(row.index),
    state: { columnVisibility },
  })
  const rows = new Map(table.getRowModel().rows.map((row) => [row.original.index, row]))

  useEffect(() => {
    if (height > 0) virtual.measure()
  }, [virtual, height])
  useEffect(() => onSight(first, last), [first, last, onSight])
  useEffect(() => {
    // To ask the element itself would lay the page out once more.
    if (list !== '' && virtual.scrollOffset) virtual.scrollToOffset(0)
  }, [virtual, list])
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
  const tabStop = active >= first && active <= last ? active : first
  return (
    <div className={classes.frame}>
      <div className={classes.scroller} ref={scroller} aria-busy={props.busy}>
        <table
          className={classes.table}
          aria-label="Sessions"
          aria-rowcount={props.count + 1}
          style={{ '--tracks': tracksOf(shown), '--least': `${leastWidth(shown)}px` }}
        >
          <thead>
            <tr className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
              {shown.map((id) => (
                <TableHeading
                  key={id}
                  id={id}
                  source={props.source}
                  sort={props.sort}
                  onSort={props.onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => (
              <TableLine
                key={index}
                row={rows.get(index)}
                index={index}
                start={start}
                shown={shown.join()}
                isSelected={isShown(rowAt(index), props.selected)}
                isTabStop={index === tabStop}
                onSelect={props.onSelect}
                onActivate={props.onActivate}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={foot.foot} data-testid="table-foot">
        {props.foot(count)}
      </div>
    </div>
  )
}

function placedRows(
  first: number,
  last: number,
  rowAt: SessionsTableProps['rowAt'],
): readonly PlacedRow[] {
  const placed: PlacedRow[] = []
  for (let index = first; index <= last; index += 1) {
    const session = rowAt(index)
    if (session) placed.push({ index, session })
  }
  return placed
}

function isShown(row: SessionRow | undefined, uid: string | undefined): boolean {
  return row !== undefined && row.uid === uid
}
