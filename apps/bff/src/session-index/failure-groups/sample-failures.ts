import { sampleSession, sampleTask, stoppedSession } from '../store/sample-entities.ts'
import type { FailuresQuestion, IndexChanges } from '../store/session-store.ts'

/** A day of June 2026 at an hour, ISO 8601 UTC. A moment before the month is day 0 or less. */
export function june(day: number, hour = 6): string {
  return new Date(Date.UTC(2026, 5, day, hour)).toISOString()
}

interface SampleRun {
  readonly policy: string
  /** Of June, on which it began. */
  readonly day: number
  /** Absent: it works still. */
  readonly result?: string
  readonly message?: string
  /** Reasons of VMs by their names, which failed unless they are among `warned`. */
  readonly reasons?: Readonly<Record<string, string>>
  readonly warned?: readonly string[]
  readonly server?: string
}

/** A session of a day, `<policy>-<day>` by its UID, with the tasks of its VMs. */
export function sampleRun(run: SampleRun): IndexChanges {
  const { policy, day, result, message = null, reasons = {}, warned = [], server = 'vbr-01' } = run
  const uid = `${policy}-${day}`
  const session = {
    uid,
    policyUid: policy,
    policyName: policy,
    creationTimeUTC: june(day),
    failureMessage: message,
    backupServerUid: server,
    backupServerName: server,
  }
  const tasks = Object.entries(reasons).map(([vm, reason]) =>
    sampleTask({
      uid: `${uid}-${vm}`,
      vmDisplayName: vm,
      policySessionUid: uid,
      creationTimeUTC: june(day, 7),
      result: warned.includes(vm) ? 'Warning' : 'Failed',
      reason,
    }),
  )
  return result === undefined
    ? { sessions: [sampleSession(session)], tasks }
    : {
        sessions: [stoppedSession(result, { ...session, endTimeUTC: june(day + 1) })],
        finalTasks: [{ sessionUid: uid, tasks }],
      }
}

/** The first hundred groups of June, worst first, as changed. */
export function sampleFailures(changes: Partial<FailuresQuestion> = {}): FailuresQuestion {
  return {
    from: Date.parse(june(1, 0)),
    to: Date.parse(june(31, 0)),
    states: [],
    results: [],
    healths: [],
    policyUids: [],
    backupServerUids: [],
    failures: [],
    text: '',
    filter: undefined,
    zone: 'UTC',
    statuses: [],
    severities: [],
    changedSince: null,
    sort: { field: 'severity', descending: true },
    limit: 100,
    offset: 0,
    ...changes,
  }
}
