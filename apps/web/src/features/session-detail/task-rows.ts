import type { Task } from '@cdp-watch/contract'
import { compareHealth, type Health } from '../../ui/health.ts'
import { taskHealth } from './task-health.ts'

/** A VM of a session: its newest task says how it is now, the earlier ones (newest first) how it was. */
export interface VmRow {
  readonly vm: string
  readonly health: Health
  readonly newest: Task
  readonly earlier: readonly Task[]
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Names as people count them: `sql-2` before `sql-10`, any case. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}

/**
 * One row per VM, by name. EM gives a CDP task no identity of its VM but the display name, so two
 * VMs of one policy with the same name share a row.
 */
export function vmRowsOf(tasks: readonly Task[]): VmRow[] {
  const rows = [...Map.groupBy(tasks, (task) => task.vmDisplayName)].flatMap(([vm, ofVm]) => {
    const [newest, ...earlier] = ofVm.toSorted(newestFirst)
    return newest ? [{ vm, health: taskHealth(newest), newest, earlier }] : []
  })
  return rows.sort((a, b) => compareNames(a.vm, b.vm))
}

function newestFirst(a: Task, b: Task): number {
  return Date.parse(b.creationTimeUTC) - Date.parse(a.creationTimeUTC) || endOf(b) - endOf(a)
}

/** A task without an end is the newer one of two that began at once. */
function endOf(task: Task): number {
  return task.endTimeUTC === null ? Number.MAX_SAFE_INTEGER : Date.parse(task.endTimeUTC)
}

/** Worst first. */
export function byHealth(a: { health: Health }, b: { health: Health }): number {
  return compareHealth(a.health, b.health)
}

/** Whether a VM counts among the failing ones. */
export function isFailing(row: { health: Health }): boolean {
  return row.health === 'failed' || row.health === 'warning'
}
