import { healths, isStopped, type Session } from '@cdp-watch/contract'
import type { Selectable } from 'kysely'
import type { Interning } from './interning.ts'
import { millisecondsOf } from './milliseconds.ts'
import { sessionNameTail } from './session-name-tail.ts'
import type { SessionSummary } from './session-summary.ts'
import type { Tables } from './tables.ts'

type SessionRow = Selectable<Tables['sessions']>

/** What EM tells of a session; what does not change is `uid` alone. */
export const toldColumns = [
  'name',
  'tail',
  'policy',
  'policy_type',
  'server',
  'created',
  'ended',
  'state',
  'result',
  'progress',
  'is_retry',
  'is_gone',
  'is_active',
  'message',
] as const
export type ToldRow = Pick<SessionRow, (typeof toldColumns)[number]>

/** What EM tells of how a session ended. */
export const outcomeColumns = ['ended', 'state', 'result', 'message'] as const

/** What the index makes of a session and its tasks. */
export const summaryColumns = [
  'health',
  'failure_set',
  'failure_source',
  'failure_count',
  'vm_set',
  'vms_total',
  'vms_failed',
  'vms_warning',
  'tasks_state',
] as const
export type SummaryRow = Pick<SessionRow, (typeof summaryColumns)[number]>

/** A session of EM's as its row. Throws RangeError where a time is none. */
export function toldRow(session: Session, interning: Interning): ToldRow {
  const { policyUid, policyName, policyType, backupServerUid, endTimeUTC } = session
  // SQLite keeps UTF-8: half a surrogate pair would come back as another text, and change each time.
  const name = session.name.toWellFormed()
  return {
    name,
    tail: sessionNameTail({ name, policyName: policyName.toWellFormed() }),
    policy: interning.label('policy', policyUid, policyName),
    policy_type: policyType === null ? null : policyType.toWellFormed(),
    server: interning.label('server', backupServerUid, session.backupServerName ?? ''),
    created: millisecondsOf(session.creationTimeUTC),
    ended: endTimeUTC === null ? null : millisecondsOf(endTimeUTC),
    state: interning.word(session.state),
    result: interning.word(session.result),
    progress: session.progress,
    is_retry: Number(session.isRetry),
    is_gone: 0,
    is_active: Number(!isStopped(session)),
    message: session.failureMessage === null ? null : interning.text(session.failureMessage),
  }
}

const sources = [null, 'session', 'tasks'] as const

/** A summary as the columns of its row. */
export function summaryRow(
  summary: SessionSummary,
  tasksState: number,
  interning: Interning,
): SummaryRow {
  return {
    health: healths.indexOf(summary.health),
    failure_set: interning.textSet(summary.failureTexts),
    failure_source: sources.indexOf(summary.failureSource),
    failure_count: summary.failureCount,
    vm_set: interning.textSet(summary.vmNames),
    vms_total: summary.vmsTotal,
    vms_failed: summary.vmsFailed,
    vms_warning: summary.vmsWarning,
    tasks_state: tasksState,
  }
}
