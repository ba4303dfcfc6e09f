import { always, anywhere } from '../query/condition.ts'
import { visitSessions, visitTasks } from '../query/scan.ts'
import type { Snapshot } from './estate.ts'
import { results, sessionStates } from './session-row.ts'
import type { TaskRow } from './task-row.ts'
import { taskStates } from './task-row.ts'

/** The estate of the tests, the size of the demo. */
export const options = { seed: 7, policies: 60, vms: 12, days: 30 }
export const start = Date.parse('2026-11-23T14:32:00Z')
export const hourMs = 3_600_000
const ranked: readonly string[] = results

/** A session as tests look at it. */
export interface Session {
  guid: string
  policy: number
  name: string
  created: number
  ended: number
  state: string
  result: string
  progress: number
  isRetry: boolean
  message: string | null
}

/** A task as tests look at it. */
export interface Task {
  policy: number
  session: string
  vm: string
  created: number
  ended: number
  state: string
  result: string
  reason: string
}

/** All sessions that EM knows, by their start. */
export function sessionsIn(snapshot: Snapshot): Session[] {
  const found: Session[] = []
  visitSessions(snapshot, anywhere, (row) => {
    found.push({
      guid: row.guid,
      policy: row.policyIndex,
      name: row.name,
      created: row.created,
      ended: row.endTime,
      state: sessionStates[row.state] ?? '',
      result: results[row.result] ?? '',
      progress: row.progress,
      isRetry: row.isRetry,
      message: row.failureMessage,
    })
  })
  return found
}

/** All tasks that EM knows, or those that are not completed. */
export function tasksIn(snapshot: Snapshot, which: 'all' | 'active' = 'all'): Task[] {
  const found: Task[] = []
  const wanted = { ...always<TaskRow>(), reach: { ...anywhere, sessions: which } }
  visitTasks(snapshot, wanted, (row) => {
    found.push({
      policy: row.policyIndex,
      session: row.session.guid,
      vm: row.vmDisplayName,
      created: row.created,
      ended: row.endTime,
      state: taskStates[row.state] ?? '',
      result: results[row.result] ?? '',
      reason: row.reason,
    })
  })
  return found
}

/** The worst result of the running tasks, by policy. */
export function healthOf(running: readonly Task[]): Map<number, number> {
  const health = new Map<number, number>()
  for (const { policy, result } of running) {
    const rank = ranked.indexOf(result)
    health.set(policy, Math.max(health.get(policy) ?? 0, rank))
  }
  return health
}
