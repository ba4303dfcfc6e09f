import type { PolicyStatus } from '@cdp-watch/contract'
import { memo } from 'react'
import { HealthTile } from '../../ui/health-tile.tsx'
import { type DayHeading, dayLabel } from './day-words.ts'
import type { GridPlace } from './grid-move.ts'
import { nameColumn, type PolicyColumn, policyColumns } from './policies-columns.ts'
import classes from './policies-grid.module.css'
import { PolicyCell } from './policy-cells.tsx'
import { leadsTo, sessionToOpen } from './policy-words.ts'

interface PolicyLineProps {
  index: number
  /** Pixels from the top of the rows. */
  top: number
  /** Undefined while it is asked. */
  policy: PolicyStatus | undefined
  headings: readonly DayHeading[]
  session: string | undefined
  onOpen: (uid: string) => void
  linkOf: (uid: string) => string
  /** The column that Tab leads to, where it is in this row. */
  activeColumn: number | undefined
  onFocusPlace: (place: GridPlace) => void
}

/** One policy: what is true of it now, and its days. */
export const PolicyLine = memo(function PolicyLine(props: PolicyLineProps) {
  const { index, top, policy, headings, session, onOpen, linkOf, activeColumn } = props
  const place = { 'aria-rowindex': index + 2, style: { transform: `translateY(${top}px)` } }
  if (!policy)
    return (
      <tr className={classes.row} {...place}>
        <td
          className={classes.waiting}
          aria-colindex={(activeColumn ?? 0) + 1}
          tabIndex={activeColumn === undefined ? -1 : 0}
        >
          …
        </td>
      </tr>
    )
  const toOpen = sessionToOpen(policy)
  const openRow = () => {
    if (toOpen !== undefined) onOpen(toOpen)
  }
  const focusOn = (column: number) => ({
    onFocus: () => props.onFocusPlace({ row: index, column }),
    tabIndex: column === activeColumn ? 0 : -1,
  })
  return (
    <tr
      className={classes.row}
      {...place}
      data-uid={policy.uid}
      data-opens={toOpen !== undefined}
      aria-selected={session !== undefined && leadsTo(policy, session)}
      onClick={openRow}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !(event.target instanceof HTMLAnchorElement)) openRow()
      }}
    >
      {policyColumns.map((column: PolicyColumn, at) => {
        const cell = {
          className: classes.cell,
          'data-column': column.id,
          'aria-colindex': at + 1,
          children: <PolicyCell id={column.id} policy={policy} />,
          ...focusOn(at),
        }
        return at === nameColumn ? (
          <th key={column.id} scope="row" {...cell} />
        ) : (
          <td key={column.id} {...cell} />
        )
      })}
      {headings.map((heading, at) => {
        const day = policy.days[at] ?? { health: 'none' as const, uid: null }
        const column = policyColumns.length + at
        const { onFocus, tabIndex } = focusOn(column)
        const { uid } = day
        return (
          <td
            key={heading.date}
            className={classes.day}
            data-column="day"
            data-today={at === headings.length - 1}
            aria-colindex={column + 1}
            onFocus={onFocus}
            tabIndex={uid === null ? tabIndex : undefined}
          >
            <HealthTile
              health={day.health}
              label={dayLabel(heading, day)}
              href={uid === null ? undefined : linkOf(uid)}
              onOpen={uid === null ? undefined : () => onOpen(uid)}
              isCurrent={uid !== null && uid === session}
              tabIndex={tabIndex}
            />
          </td>
        )
      })}
    </tr>
  )
})
