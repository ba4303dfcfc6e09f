import { resultHealth, type Task } from '@cdp-watch/contract'
import { millisecondsOf } from './milliseconds.ts'

/** What is kept of a task, in words; compared so, since texts of thousands of tasks are dear to look up. */
export const taskColumns = [
  'session',
  'name',
  'vm',
  'created',
  'ended',
  'state',
  'result',
  'reason',
  'total_size',
  'is_running',
] as const
export interface TaskRow {
  session: number
  name: string
  vm: string
  created: number
  ended: number | null
  state: string
  result: string
  reason: string | null
  total_size: number | null
  is_running: number
}

/** What of a task can change the summary of its session. */
export const decisiveColumns = ['session', 'vm', 'created', 'result', 'reason'] as const

/** A task of EM's, of the session with this `seq`, as its row. Throws RangeError where a time is none. */
export function taskRow(task: Task, session: number): TaskRow {
  // SQLite keeps UTF-8: half a surrogate pair would come back as another text, and change each time.
  return {
    session,
    name: task.name.toWellFormed(),
    vm: task.vmDisplayName.toWellFormed(),
    created: millisecondsOf(task.creationTimeUTC),
    ended: task.endTimeUTC === null ? null : millisecondsOf(task.endTimeUTC),
    state: task.state.toWellFormed(),
    result: task.result.toWellFormed(),
    reason: task.reason === null ? null : task.reason.toWellFormed(),
    total_size: task.totalSize,
    is_running: Number(task.state !== 'Completed'),
  }
}

/** A task of which nobody will want to read once its session has stopped: one of thousands that went well. */
export function isPlainSuccess(task: { result: string; reason: string | null }): boolean {
  return resultHealth(task.result) === 'ok' && task.reason === null
}
