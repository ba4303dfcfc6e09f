import { decidingTasks, type Task } from '@cdp-watch/contract'
import { compareHealth, type Health } from '../../ui/health.ts'
import { taskHealth } from './task-health.ts'

/** A VM of a session: the task that decides how it is (docs/decisions/007), and its others, newest first. */
export interface VmRow {
  readonly vm: string
  readonly health: Health
  readonly deciding: Task
  readonly others: readonly Task[]
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
export function vmRowsOf(session: { readonly state: string }, tasks: readonly Task[]): VmRow[] {
  const ofVms = Map.groupBy(tasks, (task) => task.vmDisplayName)
  return [...decidingTasks(session, tasks)]
    .map(([vm, deciding]) => {
      const others = (ofVms.get(vm) ?? []).filter((task) => task !== deciding)
      return { vm, health: taskHealth(deciding), deciding, others: others.toSorted(newestFirst) }
    })
    .sort((a, b) => compareNames(a.vm, b.vm))
}

/** All tasks of a VM, newest first. */
export function tasksOfVm(row: VmRow): Task[] {
  return [row.deciding, ...row.others].sort(newestFirst)
}

function newestFirst(a: Task, b: Task): number {
  return Date.parse(b.creationTimeUTC) - Date.parse(a.creationTimeUTC) || (a.uid < b.uid ? 1 : -1)
}

/** What the tasks beside the deciding one are to it: all of them earlier, or just others. */
export function othersWord(row: VmRow): 'earlier' | 'other' {
  const newest = row.others[0]
  return newest && newestFirst(newest, row.deciding) < 0 ? 'other' : 'earlier'
}

/** Worst first. */
export function byHealth(a: { health: Health }, b: { health: Health }): number {
  return compareHealth(a.health, b.health)
}

/** Whether a VM counts among the failing ones. */
export function isFailing(row: { health: Health }): boolean {
  return row.health === 'failed' || row.health === 'warning'
}
