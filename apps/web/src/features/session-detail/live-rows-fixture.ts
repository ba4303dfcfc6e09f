import type { Neighbour, Session, SessionDetail, Task } from '@cdp-watch/contract'

const server = {
  backupServerUid: 'urn:veeam:BackupServer:5f0a1c52-0000-4000-8000-000000000002',
  backupServerName: 'vbr-02.lab',
}

/** A session for tests: ended, Failed, without a message of its own. */
export function sessionOf(differing: Partial<Session> = {}): Session {
  return {
    uid: 'urn:veeam:CdpReplicaSession:5f0a1c52-0000-4000-8000-000000000001',
    name: 'Gold DB tier@2026-11-22 01:00:08',
    policyUid: 'urn:veeam:CdpPolicy:5f0a1c52-0000-4000-8000-000000000003',
    policyName: 'Gold DB tier',
    policyType: 'CdpReplica',
    creationTimeUTC: '2026-11-22T01:00:08.780Z',
    endTimeUTC: '2026-11-23T01:00:53.000Z',
    state: 'Stopped',
    result: 'Failed',
    progress: 100,
    failureMessage: null,
    isRetry: false,
    ...server,
    ...differing,
  }
}

/** A task for tests: of this VM, with this result and reason, begun at this hour of 22 November. */
export function taskOf(
  vm: string,
  result: string,
  reason: string | null = null,
  differing: Partial<Task> & { hour?: number } = {},
): Task {
  const { hour = 1, ...fields } = differing
  const started = `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`
  return {
    uid: `urn:veeam:CdpReplicaTaskSession:${vm}@${hour}`,
    name: `${vm}@${started}`,
    vmDisplayName: vm,
    policySessionUid: 'urn:veeam:CdpReplicaSession:5f0a1c52-0000-4000-8000-000000000001',
    policySessionName: 'Gold DB tier@2026-11-22 01:00:08',
    creationTimeUTC: started,
    endTimeUTC: null,
    state: 'Completed',
    result,
    reason,
    totalSize: 1024,
    ...server,
    ...fields,
  }
}

/** A session in a row of those of its policy, for tests. */
export function neighbourOf(uid: string): Neighbour {
  return {
    uid,
    creationTimeUTC: '2026-11-22T01:00:08.780Z',
    endTimeUTC: null,
    state: 'Stopped',
    health: 'failed',
    missingBefore: false,
  }
}

/** What the index has of the session of `sessionOf`, for tests. */
export function detailOf(differing: Partial<SessionDetail> = {}): SessionDetail {
  return {
    session: {
      ...sessionOf(),
      health: 'failed',
      failureText: null,
      failureSource: null,
      failureCount: 0,
      failureGroups: [],
      tasks: { total: null, failed: 1, warning: 0 },
      isGone: false,
    },
    tasks: [],
    tasksComplete: false,
    failureTexts: [],
    recent: [],
    newer: null,
    older: null,
    dataVersion: 1,
    asOf: '2026-11-23T14:31:55.123Z',
    ...differing,
  }
}
