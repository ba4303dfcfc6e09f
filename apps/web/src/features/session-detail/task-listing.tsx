import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { NameSet } from './name-set.ts'
import { TaskDetailLine } from './task-detail-line.tsx'
import type { OpenedLines, TaskLine } from './task-lines.ts'
import { TaskTableLine } from './task-table-line.tsx'
import classes from './tasks-table.module.css'

/** Up to so many lines are all in the document; beyond, the table scrolls by itself and holds what is in sight. */
const mostAtOnce = 200
const lineHeight = 32

interface TaskListingProps {
  lines: readonly TaskLine[]
  headings: React.ReactNode
  names: NameSet
  opened: OpenedLines
  onOpen: (opened: OpenedLines) => void
}

/** The lines of the table of VMs. */
export function TaskListing({ lines, headings, names, opened, onOpen }: TaskListingProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const long = lines.length > mostAtOnce
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: long,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const inSight = long ? items.map(({ index }) => index) : lines.keys()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)

  return (
    <div className={classes.scroller} ref={scroller} data-long={long}>
      <table className={classes.table} aria-rowcount={long ? lines.length + 1 : undefined}>
        <caption className={classes.caption}>VMs of the session</caption>
        <thead>{headings}</thead>
        {long ? <Gap height={above} /> : null}
        <tbody>
          {[...inSight].map((index) => {
            const line = lines[index]
            if (!line) return null
            const place = {
              ref: virtual.measureElement,
              'data-index': index,
              'aria-rowindex': long ? index + 2 : undefined,
            }
            return line.kind === 'detail' ? (
              <TaskDetailLine key={line.key} line={line} names={names} {...place} />
            ) : (
              <TaskTableLine
                key={line.key}
                line={line}
                opened={opened}
                onOpen={onOpen}
                {...place}
              />
            )
          })}
        </tbody>
        {long ? <Gap height={below} /> : null}
      </table>
    </div>
  )
}

/** The room of the lines that are out of sight. */
function Gap({ height }: { height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }}>
        <td className={classes.gap} />
      </tr>
    </tbody>
  )
}
