import { noResult } from '@cdp-watch/contract'
import { type Health, healthOf, healthWords } from '../../ui/health.ts'

interface Outcome {
  readonly state: string
  readonly result: string
}

/** Health of one task. A result EM does not document is unknown, also while the task still runs. */
export function taskHealth(task: Outcome): Health {
  const health = healthOf(task)
  return health === 'working' && task.result !== noResult ? 'unknown' : health
}

/** The word beside a task's mark: EM's own wherever ours would hide it (`Pending`, an undocumented result). */
export function taskWord(task: Outcome): string {
  const health = taskHealth(task)
  if (health === 'working') return task.state === 'InProgress' ? healthWords.working : task.state
  return health === 'unknown' ? unknownWord(task) : healthWords[health]
}

/** EM's own word for a result that is not documented, or that there is none. */
export function unknownWord(row: Outcome): string {
  return row.result === noResult ? 'No result' : row.result
}
