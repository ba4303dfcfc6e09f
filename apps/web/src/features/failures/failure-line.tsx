import type { FailureGroup } from '@cdp-watch/contract'
import { memo } from 'react'
import { countOf, formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { MarkedParts } from '../../ui/marked-parts.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { dayBars } from './day-bars.ts'
import { DayChart } from './day-chart.tsx'
import { failureColumns } from './failures-columns.ts'
import classes from './failures-table.module.css'
import { StatusMark } from './status-mark.tsx'

/** More bars than these cannot be told apart in a row. */
const mostBars = 42

interface FailureLineProps {
  /** Place in the whole list, from 0. */
  index: number
  /** Pixels from the top of the rows. */
  start: number
  /** Undefined while it is asked for. */
  group: FailureGroup | undefined
  days: readonly string[]
  linkOf: (id: string) => string
  onOpen: (id: string) => void
  isTabStop: boolean
  onFocus: (row: number) => void
}

/** One cause: how bad it is and stands, its template, how much there is of it, and since when. */
export const FailureLine = memo(function FailureLine(props: FailureLineProps) {
  const { index, start, group } = props
  const place = { 'aria-rowindex': index + 2, style: { transform: `translateY(${start}px)` } }
  if (!group)
    return (
      <tr className={classes.row} {...place} aria-busy="true">
        <td className={classes.waiting} colSpan={failureColumns.length}>
          …
        </td>
      </tr>
    )
  const { id, counts } = group
  const open = () => {
    props.onFocus(index)
    props.onOpen(id)
  }
  return (
    <tr className={classes.row} {...place} data-id={id} onClick={open}>
      <td className={classes.cell} data-column="health">
        <HealthMark health={group.severity} />
        <StatusMark status={group.status} />
      </td>
      <th scope="row" className={classes.cell} data-column="cause">
        <a
          className={classes.template}
          href={props.linkOf(id)}
          title={group.template}
          dir="auto"
          tabIndex={props.isTabStop ? 0 : -1}
          onFocus={() => props.onFocus(index)}
          onClick={(event) => {
            event.stopPropagation()
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            open()
          }}
        >
          <MarkedParts parts={group.templateParts} />
        </a>
      </th>
      <td className={classes.cell} data-column="sessions">
        {formatCount(counts.sessions)}
        <span className={classes.unit}>{counts.sessions === 1 ? ' session' : ' sessions'}</span>
      </td>
      <td className={classes.cell} data-column="vms">
        {formatCount(counts.vms)}
        <span className={classes.unit}>{counts.vms === 1 ? ' VM' : ' VMs'}</span>
      </td>
      <td className={classes.cell} data-column="policies">
        {formatCount(counts.policies)}
        <span className={classes.unit}>{counts.policies === 1 ? ' policy' : ' policies'}</span>
        <span className={classes.second}>{countOf(counts.backupServers, 'server')}</span>
      </td>
      <td className={classes.cell} data-column="first">
        <TimeText at={group.firstSeenUTC} />
      </td>
      <td className={classes.cell} data-column="last">
        <TimeText at={group.lastSeenUTC} />
      </td>
      <td className={classes.cell} data-column="days">
        <DayChart bars={dayBars(props.days, group.perDay, mostBars)} severity={group.severity} />
      </td>
    </tr>
  )
})
