import { type FieldKind, type FilterOperator, operatorsOf } from './operators.ts'

/** The types of EM's query service that the dashboard knows, spelled as EM does. */
export const entityTypes = [
  'CdpReplicaSession',
  'CdpReplicaTaskSession',
  'CdpPolicy',
  'BackupServer',
] as const
export type EntityType = (typeof entityTypes)[number]

export interface FilterField {
  /** EM's name, in EM's case: `CreationTimeUTC`. */
  readonly name: string
  /** Property of the entity as the dashboard names it: `creationTimeUTC`. */
  readonly key: string
  readonly kind: FieldKind
  /** For people: `Started`. */
  readonly label: string
  readonly operators: readonly FilterOperator[]
  /** Known values of an enum, lowest rank first. EM answers others too. */
  readonly values?: readonly string[]
}

const field = (name: string, key: string, kind: FieldKind, label: string): FilterField => ({
  name,
  key,
  kind,
  label,
  operators: operatorsOf(kind),
})

const enumField = (
  name: string,
  key: string,
  label: string,
  values: readonly string[],
): FilterField => ({ ...field(name, key, 'enum', label), values })

const backupServerFields = [
  field('BackupServerUid', 'backupServerUid', 'uid', 'Backup server id'),
  field('BackupServerName', 'backupServerName', 'text', 'Backup server'),
]

/**
 * What EM can filter and sort on, from the vendor's reference (13.0.1 and 13.1). The id of sessions
 * and tasks is `Id`, that of policies and servers `UID`; a task has a Result, but EM does not filter on it.
 */
const fields: Readonly<Record<EntityType, readonly FilterField[]>> = {
  CdpReplicaSession: [
    field('Id', 'uid', 'uid', 'Session id'),
    field('Name', 'name', 'text', 'Session name'),
    field('PolicyUid', 'policyUid', 'uid', 'Policy id'),
    field('PolicyName', 'policyName', 'text', 'Policy'),
    ...backupServerFields,
    field('CreationTimeUTC', 'creationTimeUTC', 'time', 'Started'),
    field('EndTimeUTC', 'endTimeUTC', 'time', 'Ended'),
    enumField('State', 'state', 'State', [
      'Starting',
      'Stopping',
      'Working',
      'Pausing',
      'Resuming',
      'Stopped',
    ]),
    enumField('Result', 'result', 'Result', ['None', 'Success', 'Warning', 'Failed']),
    field('FailureMessage', 'failureMessage', 'text', 'Failure message'),
  ],
  CdpReplicaTaskSession: [
    field('Id', 'uid', 'uid', 'Task id'),
    field('Name', 'name', 'text', 'Task name'),
    field('PolicySessionUid', 'policySessionUid', 'uid', 'Session id'),
    field('PolicySessionName', 'policySessionName', 'text', 'Session name'),
    ...backupServerFields,
    field('CreationTimeUTC', 'creationTimeUTC', 'time', 'Started'),
    field('EndTimeUTC', 'endTimeUTC', 'time', 'Ended'),
    enumField('State', 'state', 'State', ['InProgress', 'Pending', 'Completed']),
    field('Reason', 'reason', 'text', 'Reason'),
    field('TotalSize', 'totalSize', 'number', 'Size in bytes'),
    field('VmDisplayName', 'vmDisplayName', 'text', 'VM'),
  ],
  CdpPolicy: [
    field('UID', 'uid', 'uid', 'Policy id'),
    field('Name', 'name', 'text', 'Policy'),
    field('Description', 'description', 'text', 'Description'),
    field('NextRun', 'nextRun', 'time', 'Next run'),
    field('ScheduleConfigured', 'scheduleConfigured', 'boolean', 'Has a schedule'),
    field('ScheduleEnabled', 'scheduleEnabled', 'boolean', 'Schedule enabled'),
    ...backupServerFields,
  ],
  BackupServer: [
    field('UID', 'uid', 'uid', 'Backup server id'),
    field('Name', 'name', 'text', 'Backup server'),
    field('Description', 'description', 'text', 'Description'),
    field('IpOrDnsName', 'ipOrDnsName', 'text', 'Address'),
    field('Port', 'port', 'number', 'Port'),
    field('Version', 'version', 'text', 'Version'),
  ],
}

export interface FieldSort {
  readonly field: string
  readonly direction: 'ascending' | 'descending'
}

/** The order used where none is asked for: EM's own is none, so its pages would not fit together. */
export const defaultSort: Readonly<Record<EntityType, FieldSort>> = {
  CdpReplicaSession: { field: 'CreationTimeUTC', direction: 'descending' },
  CdpReplicaTaskSession: { field: 'CreationTimeUTC', direction: 'descending' },
  CdpPolicy: { field: 'Name', direction: 'ascending' },
  BackupServer: { field: 'Name', direction: 'ascending' },
}

/** The type of this name in any case, or undefined. */
export function findEntityType(name: string): EntityType | undefined {
  const lower = name.toLowerCase()
  return entityTypes.find((type) => type.toLowerCase() === lower)
}

/** The fields of a type that can be filtered and sorted on, in the order of EM's reference. */
export function fieldsOf(type: EntityType): readonly FilterField[] {
  return fields[type]
}

/** The field of this name in any case, or undefined: what is not here is not asked of EM. */
export function findField(type: EntityType, name: string): FilterField | undefined {
  const lower = name.toLowerCase()
  return fields[type].find((candidate) => candidate.name.toLowerCase() === lower)
}
