import type { Policy, Session, Task } from '@cdp-watch/contract'

const server = { backupServerUid: 'urn:veeam:BackupServer:alpha', backupServerName: 'alpha' }

/** A session that works since noon, but for what a test says. */
export function sampleSession(changes: Partial<Session> & { uid: string }): Session {
  return {
    name: `Gold@${changes.uid}`,
    policyUid: 'urn:veeam:CdpPolicy:gold',
    policyName: 'Gold',
    policyType: 'CdpReplica',
    creationTimeUTC: '2026-06-15T12:00:00.000Z',
    endTimeUTC: null,
    state: 'Working',
    result: 'None',
    progress: 0,
    failureMessage: null,
    isRetry: false,
    ...server,
    ...changes,
  }
}

/** A task that runs since noon, but for what a test says. */
export function sampleTask(changes: Partial<Task> & { uid: string }): Task {
  return {
    name: `db@${changes.uid}`,
    vmDisplayName: 'db',
    policySessionUid: null,
    policySessionName: null,
    creationTimeUTC: '2026-06-15T12:00:00.000Z',
    endTimeUTC: null,
    state: 'InProgress',
    result: 'Success',
    reason: null,
    totalSize: null,
    ...server,
    ...changes,
  }
}

/** A policy that is enabled. */
export function samplePolicy(uid: string, name = uid): Policy {
  return {
    uid,
    name,
    policyType: 'CdpReplica',
    platform: 'VMware',
    description: null,
    scheduleConfigured: null,
    scheduleEnabled: true,
    nextRun: null,
    rpoSeconds: null,
    rpoSchedule: null,
    rpoReporting: null,
    ...server,
  }
}

/** Rows by UID, as a model of EM has them. */
export function byUid<T extends { uid: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.uid, row]))
}
