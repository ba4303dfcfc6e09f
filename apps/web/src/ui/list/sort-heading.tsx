import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ColumnOrder, directionOf, sortAfterClick } from './column-order.ts'
import classes from './sort-heading.module.css'

interface SortHeadingProps {
  label: string
  /** What it is sorted by; undefined where it is not. */
  field: string | undefined
  sort: string | undefined
  order: ColumnOrder
  onSort: (sort: string | undefined) => void
}

/** What stands in a column's head: its name, by which the list is sorted where it can be. */
export function SortHeading({ label, field, sort, order, onSort }: SortHeadingProps) {
  if (field === undefined) return <span className={classes.heading}>{label}</span>
  const direction = directionOf(field, sort, order)
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={classes.heading}
      data-sorted={direction !== 'none'}
      onClick={() => onSort(sortAfterClick(field, sort, order))}
    >
      {label}
      {direction === 'none' ? null : <Arrow size={14} aria-hidden />}
    </button>
  )
}
