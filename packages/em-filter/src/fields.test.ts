import { describe, expect, it } from 'vitest'
import {
  defaultSort,
  entityTypes,
  type FilterOperator,
  fieldsOf,
  findEntityType,
  findField,
  operatorLabels,
  readValue,
} from './em-filter.ts'

const comparisons: readonly FilterOperator[] = ['==', '!=', '>', '<', '>=', '<=']

describe('fields', () => {
  it.each([
    [
      'CdpReplicaSession',
      'Id Name PolicyUid PolicyName BackupServerUid BackupServerName CreationTimeUTC EndTimeUTC State Result FailureMessage',
    ],
    [
      'CdpReplicaTaskSession',
      'Id Name PolicySessionUid PolicySessionName BackupServerUid BackupServerName CreationTimeUTC EndTimeUTC State Reason TotalSize VmDisplayName',
    ],
    [
      'CdpPolicy',
      'UID Name Description NextRun ScheduleConfigured ScheduleEnabled BackupServerUid BackupServerName',
    ],
    ['BackupServer', 'UID Name Description IpOrDnsName Port Version'],
  ] as const)('of %s are those EM filters and sorts on', (type, names) => {
    const fields = fieldsOf(type)
    expect(fields.map(({ name }) => name).join(' ')).toBe(names)
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length)
    for (const { name, key } of fields) {
      expect(key).toBe(
        name === 'Id' || name === 'UID' ? 'uid' : name.charAt(0).toLowerCase() + name.slice(1),
      )
    }
  })

  it.each([
    ['uid', ['==', '!=']],
    ['boolean', ['==', '!=']],
    ['text', [...comparisons, '~=']],
    ['time', comparisons],
    ['number', comparisons],
    ['enum', comparisons],
  ] as const)('of kind %s take their operators, each with its words', (kind, operators) => {
    const fields = entityTypes.flatMap(fieldsOf).filter((field) => field.kind === kind)
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(field.operators).toEqual(operators)
    const words = operators.map((operator) => operatorLabels[kind][operator])
    expect(new Set(words).size).toBe(operators.length)
    expect(words).not.toContain(undefined)
  })

  it('have ranked values where they are enums', () => {
    expect(findField('CdpReplicaSession', 'Result')?.values).toEqual([
      'None',
      'Success',
      'Warning',
      'Failed',
    ])
    for (const field of entityTypes.flatMap(fieldsOf)) {
      expect(field.values !== undefined).toBe(field.kind === 'enum')
    }
  })
})

it('finds types and fields in any case, and no others', () => {
  expect(findEntityType('cdppolicy')).toBe('CdpPolicy')
  expect(findEntityType('CDPREPLICASESSION')).toBe('CdpReplicaSession')
  expect(findEntityType('Job')).toBeUndefined()
  expect(findEntityType('')).toBeUndefined()
  expect(findField('CdpReplicaSession', 'creationtimeutc')?.name).toBe('CreationTimeUTC')
  expect(findField('CdpPolicy', 'uid')?.name).toBe('UID')
  expect(findField('CdpReplicaSession', 'UID')).toBeUndefined()
  expect(findField('CdpReplicaTaskSession', 'Result')).toBeUndefined()
  expect(findField('CdpPolicy', 'constructor')).toBeUndefined()
})

it('sorts by a field of the type where nothing is asked for', () => {
  for (const type of entityTypes) expect(findField(type, defaultSort[type].field)).toBeDefined()
  expect(defaultSort.CdpReplicaSession.direction).toBe('descending')
  expect(defaultSort.CdpPolicy).toEqual({ field: 'Name', direction: 'ascending' })
})

it('reads a single value for the builder', () => {
  const field = fieldsOf('CdpReplicaSession').find(({ name }) => name === 'CreationTimeUTC')
  if (field === undefined) throw new Error('CreationTimeUTC is missing')
  expect(readValue(field, '>=', '2026-06-15T06:00+01:00')).toEqual({
    ok: true,
    value: '2026-06-15T05:00:00Z',
  })
  expect(readValue(field, '>=', 'now')).toMatchObject({ ok: false })
})
