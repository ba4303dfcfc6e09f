import type { BackupServer, Policy, Session, Task } from '@cdp-watch/contract'

/** A session that works, of a policy on a backup server, as changed. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  const { uid = 'session-1', policyName = 'Gold' } = changes
  return {
    uid,
    name: `${policyName}@2026-11-20 06:00:00`,
    policyUid: 'policy-1',
    policyName,
    policyType: 'CdpReplica',
    creationTimeUTC: '2026-11-20T06:00:00.000Z',
    endTimeUTC: null,
    state: 'Working',
    result: 'None',
    progress: 0,
    failureMessage: null,
    isRetry: false,
    backupServerUid: 'server-1',
    backupServerName: 'vbr-01.lab',
    ...changes,
  }
}

/** The sample session once it has stopped, with this result. */
export function stoppedSession(result: string, changes: Partial<Session> = {}): Session {
  return sampleSession({
    state: 'Stopped',
    result,
    endTimeUTC: '2026-11-21T06:00:00.000Z',
    ...changes,
  })
}

/** A task of the sample session that is in progress and well, as changed. */
export function sampleTask(changes: Partial<Task> = {}): Task {
  const { vmDisplayName = 'sql-07' } = changes
  return {
    uid: 'task-1',
    name: `${vmDisplayName}@2026-11-20 06:00:00`,
    vmDisplayName,
    policySessionUid: 'session-1',
    policySessionName: 'Gold@2026-11-20 06:00:00',
    creationTimeUTC: '2026-11-20T06:00:00.000Z',
    endTimeUTC: null,
    state: 'InProgress',
    result: 'Success',
    reason: null,
    totalSize: 1024,
    backupServerUid: 'server-1',
    backupServerName: 'vbr-01.lab',
    ...changes,
  }
}

/** A policy that is enabled, as changed. */
export function samplePolicy(changes: Partial<Policy> = {}): Policy {
  return {
    uid: 'policy-1',
    name: 'Gold',
    policyType: 'CdpReplica',
    platform: 'VMware',
    description: null,
    scheduleConfigured: true,
    scheduleEnabled: true,
    nextRun: '2026-11-21T06:00:00.000Z',
    rpoSeconds: 15,
    rpoSchedule: null,
    rpoReporting: { warningAfterSeconds: 60, failedAfterSeconds: null },
    backupServerUid: 'server-1',
    backupServerName: 'vbr-01.lab',
    ...changes,
  }
}

/** A backup server, as changed. */
export function sampleBackupServer(changes: Partial<BackupServer> = {}): BackupServer {
  return {
    uid: 'server-1',
    name: 'vbr-01.lab',
    description: null,
    ipOrDnsName: '10.0.0.1',
    port: 9392,
    version: '13.0.1.180',
    ...changes,
  }
}
