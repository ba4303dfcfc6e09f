import type { Task } from '@cdp-watch/contract'
import type { VmRow } from './task-rows.ts'

/** A line of the table of VMs: a task, or under it all that is known of that task. */
export interface TaskLine {
  readonly key: string
  readonly kind: 'deciding' | 'other' | 'detail'
  readonly row: VmRow
  readonly task: Task
}

/** What a person has opened in the table of VMs. */
export interface OpenedLines {
  /** UIDs of the tasks shown in full. */
  readonly tasks: ReadonlySet<string>
  /** Names of the VMs whose other tasks are shown. */
  readonly vms: ReadonlySet<string>
}

/** The lines of the table, top to bottom. Other tasks that alone hold the needle are shown unasked. */
export function taskLinesOf(
  rows: readonly VmRow[],
  opened: OpenedLines,
  needle: string,
): TaskLine[] {
  return rows.flatMap((row) => {
    const unfolded = opened.vms.has(row.vm) || matchOf(row, needle) === 'other'
    const lines = linesOf(row, row.deciding, 'deciding', opened)
    return unfolded
      ? [...lines, ...row.others.flatMap((task) => linesOf(row, task, 'other', opened))]
      : lines
  })
}

function linesOf(
  row: VmRow,
  task: Task,
  kind: 'deciding' | 'other',
  opened: OpenedLines,
): TaskLine[] {
  const line: TaskLine = { key: task.uid, kind, row, task }
  return opened.tasks.has(task.uid)
    ? [line, { key: `${task.uid} detail`, kind: 'detail', row, task }]
    : [line]
}

/** Where a VM's row holds a text, in any case: in its name or deciding reason, in another one, or nowhere. */
export function matchOf(row: VmRow, needle: string): 'deciding' | 'other' | 'none' {
  const sought = needle.trim().toLowerCase()
  const holds = (text: string | null) => text?.toLowerCase().includes(sought) ?? false
  if (sought === '' || holds(row.vm) || holds(row.deciding.reason)) return 'deciding'
  return row.others.some((task) => holds(task.reason)) ? 'other' : 'none'
}
