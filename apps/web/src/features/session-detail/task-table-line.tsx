import type { Task } from '@cdp-watch/contract'
import { IconChevronRight } from '@tabler/icons-react'
import { DurationText } from '../../ui/duration-text.tsx'
import { formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { formatBytes } from './format-bytes.ts'
import { glimpseOf, titleOf } from './glimpse.ts'
import { taskHealth, taskWord } from './task-health.ts'
import type { OpenedLines, TaskLine } from './task-lines.ts'
import { othersWord } from './task-rows.ts'
import classes from './tasks-table.module.css'

interface TaskTableLineProps {
  line: TaskLine
  opened: OpenedLines
  onOpen: (opened: OpenedLines) => void
  ref: (element: HTMLTableRowElement | null) => void
  'data-index': number
  'aria-rowindex': number | undefined
}

/** One task on one line. */
export function TaskTableLine({ line, opened, onOpen, ref, ...place }: TaskTableLineProps) {
  const { task, row, kind } = line
  const open = opened.tasks.has(task.uid)
  const toggle = () => onOpen({ ...opened, tasks: toggled(opened.tasks, task.uid) })
  const reason = task.reason?.trim() ?? ''
  return (
    <tr ref={ref} className={classes.line} data-kind={kind} {...place}>
      <td data-column="result">
        <HealthMark health={taskHealth(task)} word={taskWord(task)} />
      </td>
      <td data-column="vm">
        <div className={classes.vm}>
          <button
            type="button"
            className={classes.name}
            aria-expanded={open}
            title={row.vm}
            onClick={toggle}
          >
            <IconChevronRight size={13} aria-hidden />
            <bdi>{kind === 'other' ? <TimeText at={task.creationTimeUTC} /> : row.vm}</bdi>
          </button>
          {kind === 'deciding' && row.others.length > 0 ? (
            <button
              type="button"
              className={classes.others}
              aria-expanded={opened.vms.has(row.vm)}
              onClick={() => onOpen({ ...opened, vms: toggled(opened.vms, row.vm) })}
            >
              +{formatCount(row.others.length)}
              <span className={classes.word}> {othersWord(row)}</span>
            </button>
          ) : null}
        </div>
      </td>
      <td data-column="reason">
        {reason === '' ? (
          <Glance task={task} />
        ) : (
          <button
            type="button"
            className={classes.reason}
            title={titleOf(reason)}
            aria-expanded={open}
            dir="auto"
            onClick={toggle}
          >
            {glimpseOf(reason, row.vm)}
          </button>
        )}
      </td>
      <td data-column="state">{task.state}</td>
      <td data-column="size">{formatBytes(task.totalSize)}</td>
      <td data-column="started">
        <TimeText at={task.creationTimeUTC} />
      </td>
      <td data-column="ended">
        {task.endTimeUTC === null ? '—' : <TimeText at={task.endTimeUTC} />}
      </td>
    </tr>
  )
}

/** Size and duration in the place of a reason, where the table is too narrow for the columns of both. */
function Glance({ task }: { task: Task }) {
  return (
    <span className={classes.glance}>
      {task.totalSize === null ? null : `${formatBytes(task.totalSize)} · `}
      <DurationText of={task} />
    </span>
  )
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
