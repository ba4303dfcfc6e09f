import { createHash } from 'node:crypto'
import type { Policy, Server } from '../estate/policies.ts'
import { runsAt } from '../estate/policies.ts'
import { nextRun, weekOf } from '../estate/policy-facts.ts'
import type { SessionRow } from '../estate/session-row.ts'
import { results, sessionStates } from '../estate/session-row.ts'
import type { TaskRow } from '../estate/task-row.ts'
import { taskStates } from '../estate/task-row.ts'
import type { Ticks } from '../estate/ticks.ts'
import { printInstant } from '../estate/ticks.ts'
import { hrefOf, link } from './links.ts'
import type { WireObject } from './value.ts'

function instantOrNull(ticks: Ticks): string | null {
  return Number.isNaN(ticks) ? null : printInstant(ticks)
}

/** The backup server of a row is nowhere but in this link. */
function serverLink(server: Server): WireObject {
  return link('Up', `/backupServers/${server.guid}`, 'BackupServerReference', server.name)
}

/** What an entity and a reference to it have in common. */
interface Reference {
  readonly type: string
  readonly path: string
  readonly name: string
  readonly guid: string
  readonly up: readonly WireObject[]
  readonly down: readonly WireObject[]
}

/** A reference, as EM gives it where no format is asked for. */
function reference(of: Reference): WireObject {
  return {
    UID: `urn:veeam:${of.type}:${of.guid}`,
    Name: of.name,
    Links: [...of.up, link('Alternate', `${of.path}?format=Entity`, of.type, of.name), ...of.down],
    Href: hrefOf(of.path),
    Type: `${of.type}Reference`,
  }
}

function entity(of: Reference, fields: WireObject, href = of.path): WireObject {
  return {
    ...fields,
    Name: of.name,
    UID: `urn:veeam:${of.type}:${of.guid}`,
    Links: [...of.up, link('Alternate', of.path, `${of.type}Reference`, of.name), ...of.down],
    Href: hrefOf(`${href}?format=Entity`),
    Type: of.type,
  }
}

function sessionReferenceOf(row: SessionRow): Reference {
  const { policy, guid } = row
  const path = `/cdpReplicaSessions/${guid}`
  return {
    type: 'CdpReplicaSession',
    path,
    name: row.name,
    guid,
    up: [
      serverLink(policy.server),
      link('Up', `/cdpPolicies/${policy.guid}`, 'CdpPolicyReference', policy.name),
    ],
    down: [link('Down', `${path}/cdpReplicaTaskSessions`, 'CdpReplicaTaskSessionReferenceList')],
  }
}

/** A session where no entity is asked for. */
export function sessionReference(row: SessionRow): WireObject {
  return reference(sessionReferenceOf(row))
}

/** A session in full, in the order of names that recorded backup sessions have. */
export function sessionEntity(row: SessionRow): WireObject {
  const { policy } = row
  return entity(sessionReferenceOf(row), {
    IsRetry: row.isRetry,
    PolicyUid: `urn:veeam:CdpPolicy:${policy.guid}`,
    PolicyName: policy.name,
    PolicyType: 'CdpReplica',
    CreationTimeUTC: printInstant(row.created),
    EndTimeUTC: instantOrNull(row.endTime),
    State: sessionStates[row.state] ?? null,
    Result: results[row.result] ?? null,
    Progress: row.progress,
    FailureMessage: row.failureMessage,
  })
}

function taskReferenceOf(row: TaskRow): Reference {
  const { session, guid } = row
  return {
    type: 'CdpReplicaTaskSession',
    path: `/cdpReplicaTaskSessions/${guid}`,
    name: row.name,
    guid,
    up: [
      serverLink(row.policy.server),
      link('Up', `/cdpReplicaSessions/${session.guid}`, 'CdpReplicaSessionReference', session.name),
    ],
    down: [],
  }
}

/** A task where no entity is asked for. */
export function taskReference(row: TaskRow): WireObject {
  return reference(taskReferenceOf(row))
}

/** A task in full: its size in bytes, its reason empty unless it warns or fails. */
export function taskEntity(row: TaskRow): WireObject {
  const of = taskReferenceOf(row)
  const fields = {
    PolicySessionUid: `urn:veeam:CdpReplicaSession:${row.session.guid}`,
    CreationTimeUTC: printInstant(row.created),
    EndTimeUTC: instantOrNull(row.endTime),
    State: taskStates[row.state] ?? null,
    Result: results[row.result] ?? null,
    Reason: row.reason,
    TotalSize: row.totalSize,
    VmDisplayName: row.vmDisplayName,
  }
  // The vendor's examples have this Href, which leads to another kind of task and is not found.
  return entity(of, fields, `/replicaTaskSessions/${of.guid}`)
}

function policyReferenceOf(policy: Policy): Reference {
  const path = `/cdpPolicies/${policy.guid}`
  return {
    type: 'CdpPolicy',
    path,
    name: policy.name,
    guid: policy.guid,
    up: [serverLink(policy.server)],
    down: [link('Down', `${path}/cdpReplicaSessions`, 'CdpReplicaSessionReferenceList')],
  }
}

/** A policy where no entity is asked for. */
export function policyReference(policy: Policy): WireObject {
  return reference(policyReferenceOf(policy))
}

/** EM gives a length of time in two numbers, one of which is 0. */
function inSecondsOrMinutes(name: string, seconds: number): WireObject {
  const minutes = seconds >= 60 && seconds % 60 === 0
  return {
    [`${name}Seconds`]: minutes ? 0 : seconds,
    [`${name}Minutes`]: minutes ? seconds / 60 : 0,
  }
}

function scheduleOptions(policy: Policy): WireObject {
  return {
    ...inSecondsOrMinutes('RecoveryPointObjective', policy.rpoSeconds),
    RPOSchedule: {
      TimePeriods: {
        Day: weekOf((weekday, hour) => Number(runsAt(policy.schedule, weekday, hour))),
      },
      Enabled: true,
    },
    RPOReporting: {
      MarkAsWarning: { Enabled: true, ...inSecondsOrMinutes('RPOThreshold', policy.warnSeconds) },
      MarkAsFailed: {
        Enabled: policy.failSeconds !== null,
        ...inSecondsOrMinutes('RPOThreshold', policy.failSeconds ?? 0),
      },
    },
    ShortTermRetentionMinutes: 0,
    ShortTermRetentionHours: 4,
    LongTermRetentionHours: policy.intervalHours,
    LongTermRetentionKeepDays: 7,
    LongTermRetentionSchedule: { TimePeriods: { Day: weekOf(() => 2) }, Enabled: true },
  }
}

/** `asOf` is when EM last collected: the next run is reckoned from then. */
export function policyEntity(policy: Policy, asOf: Ticks): WireObject {
  const next = nextRun(policy, asOf)
  return entity(policyReferenceOf(policy), {
    PolicyType: 'CdpReplica',
    Platform: policy.index % 20 === 19 ? 'vCloud' : 'VMware',
    Description: policy.description,
    ScheduleConfigured: true,
    ScheduleEnabled: policy.schedule.kind !== 'disabled',
    NextRun: next === undefined ? null : printInstant(next),
    PolicyScheduleOptions: { CdpReplica: scheduleOptions(policy) },
    CdpPolicyInfo: null,
  })
}

function serverReferenceOf(server: Server): Reference {
  const path = `/backupServers/${server.guid}`
  return {
    type: 'BackupServer',
    path,
    name: server.name,
    guid: server.guid,
    up: [],
    down: [
      link('Down', `${path}/jobs`, 'JobReferenceList'),
      link('Down', `${path}/managedServers`, 'ManagedServerReferenceList'),
      link('Down', `${path}/repositories`, 'RepositoryReferenceList'),
    ],
  }
}

/** A backup server where no entity is asked for. */
export function serverReference(server: Server): WireObject {
  return reference(serverReferenceOf(server))
}

/** IpOrDnsName can be filtered by, but is not in the answer: recorded ones of v13 do not have it. */
export function serverEntity(server: Server): WireObject {
  return entity(serverReferenceOf(server), {
    Description: server.description,
    Port: server.port,
    Version: server.version,
    WcfPort: 9405,
    VbrCertificateThumbprint: createHash('sha1').update(server.guid).digest('hex').toUpperCase(),
  })
}
