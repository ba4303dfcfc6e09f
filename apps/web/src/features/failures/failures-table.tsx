import { useMediaQuery } from '@mantine/hooks'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { directionOf } from '../../ui/list/column-order.ts'
import { SortHeading } from '../../ui/list/sort-heading.tsx'
import { withRow } from '../../ui/list/with-row.ts'
import { useStable } from '../../ui/use-stable.ts'
import { FailureLine } from './failure-line.tsx'
import { type FailureColumn, failureColumns, failureOrder } from './failures-columns.ts'
import classes from './failures-table.module.css'
import type { Failures } from './use-failures.ts'
import { useLineKeys } from './use-line-keys.ts'

const rowHeight = 54
const narrowRowHeight = 112

interface FailuresTableProps {
  failures: Failures
  /** Rows there are, whether they have been loaded or not. */
  count: number
  /** Calendar days, oldest first. */
  days: readonly string[]
  /** Tells one list from another, which is shown from its beginning. */
  list: string
  /** How far the list is scrolled at first, in pixels. */
  top: number
  /** How far it has been scrolled. */
  onTop: (top: number) => void
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  active: number
  onActivate: (row: number) => void
  linkOf: (id: string) => string
  onOpen: (id: string) => void
  foot: React.ReactNode
}

/** Groups of failures, of which only the rows in sight are in the document. */
export function FailuresTable(props: FailuresTableProps) {
  const { failures, count, list, active } = props
  const { rowAt, onSight } = failures
  const narrow = useMediaQuery('(max-width: 700px)') ?? false
  const height = narrow ? narrowRowHeight : rowHeight
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    initialOffset: props.top,
    // The row that has the focus stays in the document, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) =>
        withRow(defaultRangeExtractor(range), active < 0 ? undefined : active, count),
      [active, count],
    ),
  })
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (height > 0) virtual.measure()
  }, [virtual, height])
  useEffect(() => onSight(first, last), [onSight, first, last])
  const shownList = useRef(list)
  useEffect(() => {
    if (shownList.current === list) return
    shownList.current = list
    scroller.current?.scrollTo({ top: 0 })
  }, [list])
  const keys = useLineKeys({
    scroller,
    virtual,
    count,
    active,
    onActivate: props.onActivate,
    isActiveThere: rowAt(active) !== undefined,
  })
  const onOpen = useStable(props.onOpen)
  const onFocus = useStable(props.onActivate)

  return (
    <div className={classes.frame}>
      <div
        className={classes.scroller}
        ref={scroller}
        aria-busy={failures.isBefore}
        onScroll={(event) => props.onTop(event.currentTarget.scrollTop)}
      >
        <table
          className={classes.table}
          aria-label="Causes of failures"
          aria-rowcount={count + 1}
          onKeyDown={keys.onKeyDown}
        >
          <thead>
            <tr className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
              {failureColumns.map((column: FailureColumn) => (
                <th
                  key={column.id}
                  scope="col"
                  className={classes.cell}
                  data-column={column.id}
                  aria-sort={
                    column.sort === undefined
                      ? undefined
                      : directionOf(column.sort, props.sort, failureOrder)
                  }
                >
                  <SortHeading
                    label={column.label}
                    field={column.sort}
                    sort={props.sort}
                    order={failureOrder}
                    onSort={props.onSort}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => (
              <FailureLine
                key={index}
                index={index}
                start={start}
                group={rowAt(index)}
                days={props.days}
                linkOf={props.linkOf}
                onOpen={onOpen}
                isTabStop={index === keys.tabStop}
                onFocus={onFocus}
              />
            ))}
          </tbody>
        </table>
      </div>
      {props.foot}
    </div>
  )
}
