import {
  compareHealth,
  decidingTasks,
  type Health,
  resultHealth,
  type SessionTasks,
  sessionHealth,
  type Task,
} from '@cdp-watch/contract'
import { nameLeftOut } from './name-left-out.ts'

/** What is told of a session by itself. */
interface SummarizedSession {
  state: string
  result: string
  failureMessage: string | null
  /** EM no longer has it though it had not stopped. */
  isGone: boolean
}

export type SummarizedTask = Pick<
  Task,
  'uid' | 'vmDisplayName' | 'creationTimeUTC' | 'result' | 'reason'
>

/** What is known of a session's tasks. */
export interface KnownTasks {
  tasks: readonly SummarizedTask[]
  /** VMs whose tasks, all of them successes, are not kept. */
  otherVms: readonly string[]
  /** Whether there are no others. */
  areAll: boolean
}

/** What the index says of a session beside EM's own fields. */
export interface SessionSummary {
  health: Health
  /** Distinct; the session's own message, then the reasons of its VMs, worst first, then newest. */
  failureTexts: readonly string[]
  failureSource: 'session' | 'tasks' | null
  /** Distinct failure texts, the names of VMs left aside. */
  failureCount: number
  /** Distinct, sorted. */
  vmNames: readonly string[]
  vmsTotal: SessionTasks['total']
  vmsFailed: number
  vmsWarning: number
}

/**
 * Sums up a session from what is known of its tasks. A session that is well has no failures: EM's
 * Result of Success is its word that whatever failed was made good, and a message beside it is a note.
 */
export function sessionSummary(session: SummarizedSession, known: KnownTasks): SessionSummary {
  const { tasks, otherVms, areAll } = known
  const health = session.isGone ? 'unknown' : sessionHealth(session, tasks)
  const vmNames = [...new Set([...otherVms, ...tasks.map((task) => task.vmDisplayName)])].toSorted()
  const deciding = health === 'ok' ? [] : [...decidingTasks(session, tasks).values()]
  const healths = deciding.map((task) => resultHealth(task.result))
  const message = health === 'ok' || isBlank(session.failureMessage) ? [] : [session.failureMessage]
  const reasons = deciding.toSorted(compareUrgency).flatMap(reasonOf)
  return {
    health,
    failureTexts: [...new Set([...message, ...reasons.map(({ text }) => text)])],
    failureSource: message.length > 0 ? 'session' : reasons.length > 0 ? 'tasks' : null,
    failureCount: countCauses(message, reasons),
    vmNames,
    vmsTotal: areAll ? vmNames.length : null,
    vmsFailed: healths.filter((one) => one === 'failed').length,
    vmsWarning: healths.filter((one) => one === 'warning').length,
  }
}

/** Nothing that a person could read. */
function isBlank(text: string | null): text is null {
  return text === null || text.trim() === ''
}

interface Reason {
  text: string
  vm: string
}

function reasonOf(task: SummarizedTask): Reason[] {
  if (resultHealth(task.result) === 'ok' || isBlank(task.reason)) return []
  return [{ text: task.reason, vm: task.vmDisplayName }]
}

function compareUrgency(a: SummarizedTask, b: SummarizedTask): number {
  const byHealth = compareHealth(resultHealth(a.result), resultHealth(b.result))
  if (byHealth !== 0) return byHealth
  if (a.creationTimeUTC !== b.creationTimeUTC) return a.creationTimeUTC > b.creationTimeUTC ? -1 : 1
  // Tasks of one moment are in the same order whatever order EM told them in.
  return a.uid < b.uid ? -1 : 1
}

function countCauses(messages: readonly string[], reasons: readonly Reason[]): number {
  const texts = new Set(messages)
  const causes = new Set(messages)
  for (const { text, vm } of reasons) {
    if (texts.has(text)) continue
    texts.add(text)
    causes.add(nameLeftOut(text, vm))
  }
  return causes.size
}
