import { noResult } from '@cdp-watch/em-wire'
import * as z from 'zod'

export { noResult }

/**
 * How a session, one of its VMs or a policy is. `missing` is a policy's alone: it should run and does
 * not. `unknown`: EM has not said, or in a word that is not documented.
 */
export const healths = ['failed', 'missing', 'warning', 'unknown', 'ok'] as const
export const healthSchema = z.enum(healths)
export type Health = z.infer<typeof healthSchema>

const healthOfResult: ReadonlyMap<string, Health> = new Map([
  ['Failed', 'failed'],
  ['Warning', 'warning'],
  ['Success', 'ok'],
])

/** Health by EM's word for a Result. `None` and words that are not documented are unknown. */
export function resultHealth(result: string): Health {
  return healthOfResult.get(result) ?? 'unknown'
}

/** Sorts worst first. */
export function compareHealth(a: Health, b: Health): number {
  return healths.indexOf(a) - healths.indexOf(b)
}

/** EM is done with the session: its Result is final. Every other state, also an undocumented one, is under way. */
export function isStopped(session: { readonly state: string }): boolean {
  return session.state === 'Stopped'
}

/** What of a task decides how its VM is. */
export interface TaskOutcome {
  readonly uid: string
  readonly vmDisplayName: string
  readonly creationTimeUTC: string
  readonly result: string
}

/**
 * The task that tells how each VM of a session is, by the VM's name.
 *
 * While the session works it is the newest task *with a Result*: one that is Pending, or has no Result
 * yet, has done nothing so far, so what failed before it stands (docs/decisions/007). Once the session
 * has stopped it is the worst task, as EM's own Result is the worst of them.
 */
export function decidingTasks<T extends TaskOutcome>(
  session: { readonly state: string },
  tasks: readonly T[],
): ReadonlyMap<string, T> {
  const supersedes = isStopped(session) ? isWorse : isLater
  const deciding = new Map<string, T>()
  for (const task of tasks) {
    const known = deciding.get(task.vmDisplayName)
    if (known === undefined || supersedes(task, known)) deciding.set(task.vmDisplayName, task)
  }
  return deciding
}

/** Times of EM are printed with milliseconds in UTC, so they compare as texts; a tie is settled by UID. */
function isNewer(a: TaskOutcome, b: TaskOutcome): boolean {
  if (a.creationTimeUTC !== b.creationTimeUTC) return a.creationTimeUTC > b.creationTimeUTC
  return a.uid > b.uid
}

function isLater(a: TaskOutcome, b: TaskOutcome): boolean {
  const aSays = a.result !== noResult
  const bSays = b.result !== noResult
  return aSays === bSays ? isNewer(a, b) : aSays
}

function isWorse(a: TaskOutcome, b: TaskOutcome): boolean {
  const difference = compareHealth(resultHealth(a.result), resultHealth(b.result))
  return difference === 0 ? isNewer(a, b) : difference < 0
}

/**
 * Health of a session. Stopped: by its Result. Else the worst among the deciding tasks of its VMs, as
 * EM keeps the session's own Result at None for all of its 24 hours; a Result it has all the same
 * counts too. A VM without a Result yet is passed over where others have one.
 */
export function sessionHealth(
  session: { readonly state: string; readonly result: string },
  tasks: readonly TaskOutcome[],
): Health {
  if (isStopped(session)) return resultHealth(session.result)
  const results = [session, ...decidingTasks(session, tasks).values()]
    .map((row) => row.result)
    .filter((result) => result !== noResult)
  return results.map(resultHealth).toSorted(compareHealth)[0] ?? 'unknown'
}
