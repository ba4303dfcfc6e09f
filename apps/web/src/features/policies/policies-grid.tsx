import { Box } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { withRow } from '../../ui/list/with-row.ts'
import { useStable } from '../../ui/use-stable.ts'
import { dayHeadings } from './day-words.ts'
import type { GridPlace } from './grid-move.ts'
import { policyColumns } from './policies-columns.ts'
import classes from './policies-grid.module.css'
import { PoliciesHead } from './policies-head.tsx'
import { PolicyLine } from './policy-line.tsx'
import { sessionToOpen } from './policy-words.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { Policies } from './use-policies.ts'

const rowHeight = 36
const narrowRowHeight = 92

interface PoliciesGridProps {
  policies: Policies
  /** Calendar days, oldest first. */
  days: readonly string[]
  count: number
  /** Tells one list from another, which is shown from its beginning. */
  subject: string
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  /** The open session. */
  session: string | undefined
  onOpen: (uid: string) => void
  active: GridPlace | undefined
  onActivate: (place: GridPlace) => void
  linkOf: (uid: string) => string
  onShowOrder: () => void
  foot: React.ReactNode
}

/** Policies × days, of which only the rows in sight are in the document. */
export function PoliciesGrid(props: PoliciesGridProps) {
  const { policies, count, days, subject, session, active, onActivate } = props
  const { rowAt, onSight } = policies
  const narrow = useMediaQuery('(max-width: 700px)') ?? false
  const scroller = useRef<HTMLDivElement>(null)
  const headings = useMemo(() => dayHeadings(days), [days])
  const height = narrow ? narrowRowHeight : rowHeight
  const activeRow = active?.row
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // The row that has the focus stays in the document, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => withRow(defaultRangeExtractor(range), activeRow, count),
      [activeRow, count],
    ),
  })
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0

  useEffect(() => {
    if (height > 0) virtual.measure()
  }, [virtual, height])
  useEffect(() => onSight(first, last), [onSight, first, last])
  useEffect(() => {
    if (subject !== '') scroller.current?.scrollTo({ top: 0 })
  }, [subject])
  const { onKeyDown, onFocusPlace, tabColumn } = useGridKeys({
    scroller,
    virtual,
    rows: count,
    columns: policyColumns.length + days.length,
    active,
    onActivate,
    isBesideOpen: session !== undefined,
    isActiveThere: activeRow !== undefined && rowAt(activeRow) !== undefined,
    onStep: (row) => {
      const policy = rowAt(row)
      const uid = policy && sessionToOpen(policy)
      if (session !== undefined && uid !== undefined) props.onOpen(uid)
    },
  })
  const onOpen = useStable(props.onOpen)

  return (
    <div className={classes.frame}>
      {policies.isMoved ? (
        <button type="button" className={classes.moved} onClick={props.onShowOrder}>
          The order has changed: show
        </button>
      ) : null}
      <div className={classes.scroller} ref={scroller} aria-busy={policies.isBefore}>
        <Box
          component="table"
          className={classes.table}
          role="grid"
          aria-label="Policies and their last days"
          aria-rowcount={count + 1}
          aria-colcount={policyColumns.length + days.length}
          style={{ '--days': days.length }}
          onKeyDown={onKeyDown}
        >
          <PoliciesHead headings={headings} sort={props.sort} onSort={props.onSort} />
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => (
              <PolicyLine
                key={item.index}
                index={item.index}
                top={item.start}
                policy={rowAt(item.index)}
                headings={headings}
                session={session}
                onOpen={onOpen}
                linkOf={props.linkOf}
                activeColumn={tabColumn(item.index)}
                onFocusPlace={onFocusPlace}
              />
            ))}
          </tbody>
        </Box>
      </div>
      {props.foot}
    </div>
  )
}
