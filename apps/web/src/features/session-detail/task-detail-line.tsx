import { CopyButton } from '../../ui/copy-button.tsx'
import { DurationText } from '../../ui/duration-text.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { formatBytes } from './format-bytes.ts'
import { MarkedText } from './marked-text.tsx'
import type { NameSet } from './name-set.ts'
import { lastingColumns, yieldingColumns } from './task-columns.ts'
import classes from './task-detail-line.module.css'
import type { TaskLine } from './task-lines.ts'

interface TaskDetailLineProps {
  line: TaskLine
  names: NameSet
  ref: (element: HTMLTableRowElement | null) => void
  'data-index': number
  'aria-rowindex': number | undefined
}

/** Under a task: its reason in full, and all else EM says of it. */
export function TaskDetailLine({ line: { task }, names, ref, ...place }: TaskDetailLineProps) {
  const reason = task.reason?.trim() ?? ''
  return (
    <tr ref={ref} {...place}>
      <td colSpan={lastingColumns} className={classes.detail}>
        {reason === '' ? null : (
          <div className={classes.reason}>
            <LongText length={reason.length}>
              <MarkedText text={reason} names={names} />
            </LongText>
            <CopyButton text={() => reason}>Copy</CopyButton>
          </div>
        )}
        <dl className={classes.facts}>
          <Fact label="State">{task.state}</Fact>
          <Fact label="Result">{task.result}</Fact>
          <Fact label="Size">{formatBytes(task.totalSize)}</Fact>
          <Fact label="Started">
            <TimeText at={task.creationTimeUTC} precise />
          </Fact>
          <Fact label="Ended">
            {task.endTimeUTC === null ? 'not yet' : <TimeText at={task.endTimeUTC} precise />}
          </Fact>
          <Fact label="Duration">
            <DurationText of={task} />
          </Fact>
          <Fact label="Task">
            <code>{task.uid}</code>
          </Fact>
        </dl>
      </td>
      <td colSpan={yieldingColumns} className={classes.rest} />
    </tr>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
