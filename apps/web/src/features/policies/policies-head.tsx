import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { DayHeading } from './day-words.ts'
import {
  directionOf,
  type PolicyColumn,
  policyColumns,
  sortAfterClick,
} from './policies-columns.ts'
import classes from './policies-grid.module.css'

interface PoliciesHeadProps {
  headings: readonly DayHeading[]
  sort: string | undefined
  onSort: (sort: string | undefined) => void
}

/** The names of the columns, by which they are sorted, and the days. */
export function PoliciesHead({ headings, sort, onSort }: PoliciesHeadProps) {
  return (
    <thead>
      <tr className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
        {policyColumns.map((column, index) => (
          <Heading key={column.id} column={column} index={index} sort={sort} onSort={onSort} />
        ))}
        {headings.map((day, index) => (
          <th
            key={day.date}
            scope="col"
            className={classes.day}
            data-column="day"
            data-today={index === headings.length - 1}
            aria-colindex={policyColumns.length + index + 1}
            aria-label={day.label}
          >
            <span className={classes.month}>{day.month}</span>
            <span className={classes.number}>{day.number}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface HeadingProps {
  column: PolicyColumn
  index: number
  sort: string | undefined
  onSort: (sort: string | undefined) => void
}

function Heading({ column, index, sort, onSort }: HeadingProps) {
  const direction = directionOf(column, sort)
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      className={classes.cell}
      data-column={column.id}
      aria-colindex={index + 1}
      aria-sort={column.sort === undefined ? undefined : direction}
    >
      {column.sort === undefined ? (
        <span className={classes.heading}>{column.label}</span>
      ) : (
        <button
          type="button"
          className={classes.heading}
          data-sorted={direction !== 'none'}
          onClick={() => onSort(sortAfterClick(column, sort))}
        >
          {column.label}
          {direction === 'none' ? null : <Arrow size={14} aria-hidden />}
        </button>
      )}
    </th>
  )
}
