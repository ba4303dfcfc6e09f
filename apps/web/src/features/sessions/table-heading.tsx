import { Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { columnFacts, columnSort } from './column-facts.ts'
import type { ColumnId } from './column-ids.ts'
import type { Source } from './sessions-search.ts'
import classes from './sessions-table.module.css'
import { type SortKey, sortByClick } from './sort-keys.ts'

interface TableHeadingProps {
  id: ColumnId
  source: Source
  sort: readonly SortKey[]
  onSort: (sort: readonly SortKey[]) => void
}

/** A column's head: a click sorts by it; with Shift, in the index, it is added to the sort. */
export function TableHeading({ id, source, sort, onSort }: TableHeadingProps) {
  const by = columnSort(id, source)
  const at = 'field' in by ? sort.findIndex((key) => key.field === by.field) : -1
  const key = sort[at]
  const takesSeveral = source === 'index'
  const description =
    'reason' in by
      ? by.reason
      : takesSeveral
        ? 'Shift and click adds it to the sort'
        : 'Enterprise Manager sorts by one field only'
  return (
    <th
      className={classes.cell}
      scope="col"
      aria-sort={key === undefined ? 'none' : key.descending ? 'descending' : 'ascending'}
    >
      <Tooltip label={description} openDelay={700}>
        <button
          type="button"
          className={classes.heading}
          data-sorted={key !== undefined}
          aria-disabled={'reason' in by}
          onClick={(event) => {
            if ('field' in by) onSort(sortByClick(sort, by.field, takesSeveral && event.shiftKey))
          }}
        >
          {columnFacts[id].label}
          {key === undefined ? null : key.descending ? (
            <IconArrowDown size={14} aria-hidden />
          ) : (
            <IconArrowUp size={14} aria-hidden />
          )}
          {key === undefined || sort.length === 1 ? null : (
            <span className={classes.order}>
              {at + 1}
              <span className={classes.hidden}>. of {sort.length} keys</span>
            </span>
          )}
        </button>
      </Tooltip>
    </th>
  )
}
