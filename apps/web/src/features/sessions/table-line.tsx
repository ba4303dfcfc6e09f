import { FlexRender } from '@tanstack/react-table'
import { memo } from 'react'
import type { TableRow } from './session-columns.tsx'
import classes from './sessions-table.module.css'

interface TableLineProps {
  /** Undefined while it is being asked for. */
  row: TableRow | undefined
  /** Place in the whole list, from 0. */
  index: number
  /** Distance from the top in pixels. */
  start: number
  /** Which columns are shown, as one text. */
  shown: string
  isSelected: boolean
  isTabStop: boolean
  onSelect: (uid: string) => void
  onActivate: (index: number) => void
}

/** One row. It is drawn anew only where something of it has changed: scrolling draws the rows that come. */
export const TableLine = memo(Line, (before, now) => {
  const { row: rowBefore, ...restBefore } = before
  const { row: rowNow, ...restNow } = now
  return rowBefore?.original.session === rowNow?.original.session && areEqual(restBefore, restNow)
})

function areEqual(a: Omit<TableLineProps, 'row'>, b: Omit<TableLineProps, 'row'>): boolean {
  return (
    a.index === b.index &&
    a.start === b.start &&
    a.shown === b.shown &&
    a.isSelected === b.isSelected &&
    a.isTabStop === b.isTabStop &&
    a.onSelect === b.onSelect &&
    a.onActivate === b.onActivate
  )
}

function Line({ row, index, start, isSelected, isTabStop, onSelect, onActivate }: TableLineProps) {
  const place = {
    className: classes.row,
    'aria-rowindex': index + 2,
    style: { transform: `translateY(${start}px)` },
    tabIndex: isTabStop ? 0 : -1,
    onFocus: () => onActivate(index),
  }
  if (!row) {
    return (
      <tr {...place} aria-busy="true">
        <td className={classes.pending} style={{ width: `${30 + ((index * 37) % 45)}%` }}>
          <span className={classes.hidden}>Being loaded</span>
        </td>
      </tr>
    )
  }
  const { uid } = row.original.session
  return (
    <tr
      {...place}
      data-uid={uid}
      aria-current={isSelected}
      onClick={() => onSelect(uid)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSelect(uid)
      }}
    >
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} className={classes.cell} data-column={cell.column.id}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  )
}
