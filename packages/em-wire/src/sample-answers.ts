/** Rows and answers shaped as Enterprise Manager sends them, for the tests of the readers. Keys are those of v13; `withPascalKeys` gives v12's. */

const api = 'https://em01.demo.lab:9398/api'

export const serverLink = {
  rel: 'Up',
  href: `${api}/backupServers/b0000000-0000-4000-8000-000000000001`,
  name: 'vbr-01.lab',
  type: 'BackupServerReference',
}

export const sampleSession = {
  isRetry: false,
  policyUid: 'urn:veeam:CdpPolicy:a0000000-0000-4000-8000-000000000001',
  policyName: 'Gold DB tier',
  policyType: 'CdpReplica',
  creationTimeUTC: '2026-06-14T15:00:53.78Z',
  endTimeUTC: '2026-06-15T15:00:08.1234567Z',
  state: 'Stopped',
  result: 'Failed',
  progress: 100,
  failureMessage: null,
  name: 'Gold DB tier@2026-06-14 15:00:53',
  uid: 'urn:veeam:CdpReplicaSession:50000000-0000-4000-8000-000000000001',
  links: [
    serverLink,
    {
      rel: 'Up',
      href: `${api}/cdpPolicies/a0000000-0000-4000-8000-000000000001`,
      name: 'Gold DB tier',
      type: 'CdpPolicyReference',
    },
    {
      rel: 'Alternate',
      href: `${api}/cdpReplicaSessions/50000000-0000-4000-8000-000000000001`,
      name: 'Gold DB tier@2026-06-14 15:00:53',
      type: 'CdpReplicaSessionReference',
    },
    {
      rel: 'Down',
      href: `${api}/cdpReplicaSessions/50000000-0000-4000-8000-000000000001/cdpReplicaTaskSessions`,
      name: null,
      type: 'CdpReplicaTaskSessionReferenceList',
    },
  ],
  href: `${api}/cdpReplicaSessions/50000000-0000-4000-8000-000000000001?format=Entity`,
  type: 'CdpReplicaSession',
}

export const readSampleSession = {
  uid: 'urn:veeam:CdpReplicaSession:50000000-0000-4000-8000-000000000001',
  name: 'Gold DB tier@2026-06-14 15:00:53',
  policyUid: 'urn:veeam:CdpPolicy:a0000000-0000-4000-8000-000000000001',
  policyName: 'Gold DB tier',
  policyType: 'CdpReplica',
  creationTimeUTC: '2026-06-14T15:00:53.780Z',
  endTimeUTC: '2026-06-15T15:00:08.123Z',
  state: 'Stopped',
  result: 'Failed',
  progress: 100,
  failureMessage: null,
  isRetry: false,
  backupServerUid: 'urn:veeam:BackupServer:b0000000-0000-4000-8000-000000000001',
  backupServerName: 'vbr-01.lab',
}

export const sampleTask = {
  policySessionUid: 'urn:veeam:CdpReplicaSession:50000000-0000-4000-8000-000000000001',
  creationTimeUTC: '2026-06-14T16:00:00.5Z',
  endTimeUTC: '2026-06-14T20:00:00Z',
  state: 'Completed',
  result: 'Failed',
  reason: 'Backup server has lost connection to backup proxy prx-07.',
  totalSize: 214_748_364_800,
  vmDisplayName: 'sql-07',
  name: 'sql-07@2026-06-14 16:00:00',
  uid: 'urn:veeam:CdpReplicaTaskSession:70000000-0000-4000-8000-000000000001',
  links: [
    serverLink,
    {
      rel: 'Up',
      href: `${api}/cdpReplicaSessions/50000000-0000-4000-8000-000000000001`,
      name: 'Gold DB tier@2026-06-14 15:00:53',
      type: 'CdpReplicaSessionReference',
    },
    {
      rel: 'Alternate',
      href: `${api}/cdpReplicaTaskSessions/70000000-0000-4000-8000-000000000001`,
      name: 'sql-07@2026-06-14 16:00:00',
      type: 'CdpReplicaTaskSessionReference',
    },
  ],
  // EM gives the address of another resource here.
  href: `${api}/replicaTaskSessions/99999999-0000-4000-8000-000000000009?format=Entity`,
  type: 'CdpReplicaTaskSession',
}

export const readSampleTask = {
  uid: 'urn:veeam:CdpReplicaTaskSession:70000000-0000-4000-8000-000000000001',
  name: 'sql-07@2026-06-14 16:00:00',
  vmDisplayName: 'sql-07',
  policySessionUid: 'urn:veeam:CdpReplicaSession:50000000-0000-4000-8000-000000000001',
  policySessionName: 'Gold DB tier@2026-06-14 15:00:53',
  creationTimeUTC: '2026-06-14T16:00:00.500Z',
  endTimeUTC: '2026-06-14T20:00:00.000Z',
  state: 'Completed',
  result: 'Failed',
  reason: 'Backup server has lost connection to backup proxy prx-07.',
  totalSize: 214_748_364_800,
  backupServerUid: 'urn:veeam:BackupServer:b0000000-0000-4000-8000-000000000001',
  backupServerName: 'vbr-01.lab',
}

const workHours = '0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0'
const noHours = '0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0'
const week = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export const samplePolicy = {
  policyType: 'CdpReplica',
  platform: 'VMware',
  description: '',
  scheduleConfigured: true,
  scheduleEnabled: true,
  nextRun: '2026-06-15T15:00:00.68Z',
  policyScheduleOptions: {
    cdpReplica: {
      recoveryPointObjectiveSeconds: 15,
      recoveryPointObjectiveMinutes: 0,
      rpoSchedule: {
        enabled: 'true',
        timePeriods: {
          day: week.map((name) => ({
            name,
            '#text': name.startsWith('S') ? noHours : workHours,
          })),
        },
      },
      rpoReporting: {
        markAsWarning: { enabled: true, rpoThresholdSeconds: 2, rpoThresholdMinutes: 0 },
        markAsFailed: { enabled: true, rpoThresholdSeconds: 30, rpoThresholdMinutes: 1 },
      },
      shortTermRetentionHours: 4,
    },
  },
  name: 'Gold DB tier',
  uid: 'urn:veeam:CdpPolicy:a0000000-0000-4000-8000-000000000001',
  links: [
    serverLink,
    {
      rel: 'Edit',
      href: `${api}/cdpPolicies/a0000000-0000-4000-8000-000000000001`,
      name: 'Gold DB tier',
      type: 'CdpPolicyReference',
    },
  ],
  href: `${api}/cdpPolicies/a0000000-0000-4000-8000-000000000001?format=Entity`,
  type: 'CdpPolicy',
}

export const atWorkHours = week.map((name) =>
  Array.from({ length: 24 }, (_, hour) => !name.startsWith('S') && hour >= 7 && hour <= 18),
)

export const readSamplePolicy = {
  uid: 'urn:veeam:CdpPolicy:a0000000-0000-4000-8000-000000000001',
  name: 'Gold DB tier',
  policyType: 'CdpReplica',
  platform: 'VMware',
  description: null,
  scheduleConfigured: true,
  scheduleEnabled: true,
  nextRun: '2026-06-15T15:00:00.680Z',
  rpoSeconds: 15,
  rpoSchedule: atWorkHours,
  rpoReporting: { warningAfterSeconds: 2, failedAfterSeconds: 90 },
  backupServerUid: 'urn:veeam:BackupServer:b0000000-0000-4000-8000-000000000001',
  backupServerName: 'vbr-01.lab',
}

export const sampleBackupServer = {
  description: 'Backup & replication, Oslo',
  port: 443,
  version: '13.0.1.2067',
  ipOrDnsName: 'vbr-01.lab',
  wcfPort: 9405,
  name: 'vbr-01.lab',
  uid: 'urn:veeam:BackupServer:b0000000-0000-4000-8000-000000000001',
  links: [{ ...serverLink, rel: 'Alternate' }],
}

export const readSampleBackupServer = {
  uid: 'urn:veeam:BackupServer:b0000000-0000-4000-8000-000000000001',
  name: 'vbr-01.lab',
  description: 'Backup & replication, Oslo',
  ipOrDnsName: 'vbr-01.lab',
  port: 443,
  version: '13.0.1.2067',
}

/** The answer of a query: many empty groups, one with the rows, one page of three. */
export function sampleQueryAnswer(group: string, rows: readonly unknown[] | null) {
  return {
    refs: null,
    entities: {
      jobs: null,
      backupJobSessions: null,
      cdpReplicas: null,
      systemSessions: null,
      [group]: rows === null ? null : { [group]: rows },
      vlanConfigurations: null,
    },
    resources: null,
    links: null,
    pagingInfo: {
      links: [{ rel: 'First', href: `${api}/query?page=1`, name: null, type: null }],
      pageNum: 1,
      pageSize: 500,
      pagesCount: 3,
    },
  }
}

/** The same value with every key changed, in objects at any depth. */
export function withKeys(value: unknown, change: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeys(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [change(key), withKeys(inner, change)]),
  )
}

/** The same value with the keys of EM v12. */
export function withPascalKeys(value: unknown): unknown {
  return withKeys(value, (key) =>
    key === 'uid' ? 'UID' : key.slice(0, 1).toUpperCase() + key.slice(1),
  )
}
