import { directionOf } from '../../ui/list/column-order.ts'
import { SortHeading } from '../../ui/list/sort-heading.tsx'
import type { DayHeading } from './day-words.ts'
import { type PolicyColumn, policyColumns, policyOrder } from './policies-columns.ts'
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
  return (
    <th
      scope="col"
      className={classes.cell}
      data-column={column.id}
      aria-colindex={index + 1}
      aria-sort={
        column.sort === undefined ? undefined : directionOf(column.sort, sort, policyOrder)
      }
    >
      <SortHeading
        label={column.label}
        field={column.sort}
        sort={sort}
        order={policyOrder}
        onSort={onSort}
      />
    </th>
  )
}
