import { compareHealth, type Health, resultHealth } from '@cdp-watch/contract'
import type { SummarizedTask } from './session-summary.ts'

/** One VM of a session and one reason that its tasks gave. */
export interface VmFailure {
  readonly vm: string
  readonly reason: string
  /** The worst of these tasks. */
  readonly health: Health
  readonly tasks: number
}

/**
 * What failed by VM and reason, in order of both: of all tasks, as a reason that a later task has
 * superseded was there all the same.
 */
export function vmFailures(tasks: readonly SummarizedTask[]): VmFailure[] {
  const failures = new Map<string, VmFailure>()
  for (const { vmDisplayName: vm, reason, result } of tasks) {
    const health = resultHealth(result)
    if (health === 'ok' || reason === null || reason.trim() === '') continue
    const key = JSON.stringify([vm, reason])
    const known = failures.get(key)
    failures.set(key, {
      vm,
      reason,
      health: known && compareHealth(known.health, health) < 0 ? known.health : health,
      tasks: (known?.tasks ?? 0) + 1,
    })
  }
  return [...failures].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, failure]) => failure)
}
