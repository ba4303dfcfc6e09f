import { describe, expect, it } from 'vitest'
import { condition, type EntityType, evaluate, parse } from './em-filter.ts'

const session = {
  uid: 'urn:veeam:CdpReplicaSession:6B872A71-51e8-437a-8d45-5c6494b92f3f',
  name: 'Gold DB tier@2026-06-15 06:00:00',
  policyName: 'Gold DB tier',
  backupServerName: 'vbr-02.lab',
  creationTimeUTC: '2026-06-15T06:00:00.53Z',
  endTimeUTC: null,
  state: 'Working',
  result: 'Warning',
  failureMessage: 'Proxy "prx-07" lost\nÄrger',
}
const task = { state: 'Pending', totalSize: 9007199254740992, reason: '', vmDisplayName: 'sql-07' }
const policy = { name: 'Gold', scheduleEnabled: true, scheduleConfigured: null, nextRun: 'soon' }

const matches = (
  text: string,
  type: EntityType,
  entity: Readonly<Record<string, unknown>>,
): boolean => {
  const parsed = parse(text, type)
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '))
  return evaluate(parsed.tree, type, entity)
}

describe('a session', () => {
  const cases: readonly [string, boolean][] = [
    ['', true],
    ['PolicyName=="gold db TIER"', true],
    ['PolicyName!="gold db TIER"', false],
    ['PolicyName>"Gold"', true],
    ['PolicyName<"Gold"', false],
    ['PolicyName>="gold db tier"', true],
    ['PolicyName<="gold db tier";PolicyName<="H"', true],
    ['FailureMessage~="PRX-07"', true],
    ['FailureMessage~="""prx-07"" lost"', true],
    ['FailureMessage~="äRGER"', true],
    ['FailureMessage~="prx-08"', false],
    ['FailureMessage~=""', true],
    ['Id=="urn:veeam:CdpReplicaSession:6b872a71-51e8-437a-8d45-5c6494b92f3f"', true],
    ['Id!="urn:veeam:CdpReplicaSession:6b872a71-51e8-437a-8d45-5c6494b92f3f"', false],
    ['Id=="6b872a71-51e8-437a-8d45-5c6494b92f3f"', false],
    ['Result>="Warning"', true],
    ['Result>"Warning"', false],
    ['Result>"Success"', true],
    ['Result<"Failed"', true],
    ['Result<="Success"', false],
    ['Result=="Warning"', true],
    ['Result!="Warning"', false],
    ['State>="Pausing"', false],
    ['State<"Pausing"', true],
    ['State=="Idle"', false],
    ['State!="Idle"', true],
    ['CreationTimeUTC=="2026-06-15T06:00:00.53Z"', true],
    ['CreationTimeUTC=="2026-06-15T06:00:00.5300000Z"', true],
    ['CreationTimeUTC=="2026-06-15T08:00:00.53+02:00"', true],
    ['CreationTimeUTC=="2026-06-15T06:00:00.5300001Z"', false],
    ['CreationTimeUTC<"2026-06-15T06:00:00.5300001Z"', true],
    // As strings "…00.53Z" would come before "…00Z".
    ['CreationTimeUTC>"2026-06-15T06:00:00Z"', true],
    ['CreationTimeUTC>="2026-06-15T06:00:00.6Z"', false],
    ['CreationTimeUTC>="2026-06-15"', true],
    ['CreationTimeUTC<="2026-06-15"', false],
    ['CreationTimeUTC<"2026-06-16"', true],
    ['CreationTimeUTC!="2026-06-16"', true],
    ['Result=="Failed",State=="Working"', true],
    ['Result=="Failed";State=="Working"', false],
    ['Result=="Warning",State=="Stopped";PolicyName=="x"', true],
    ['(Result=="Warning",State=="Stopped");PolicyName=="x"', false],
  ]
  it.each(cases)('%s is %s', (text, expected) => {
    expect(matches(text, 'CdpReplicaSession', session)).toBe(expected)
  })
})

describe('what is missing, null, unreadable or unknown', () => {
  const cases: readonly [string, Readonly<Record<string, unknown>>, boolean][] = [
    ['FailureMessage==""', { failureMessage: null }, true],
    ['FailureMessage==""', {}, true],
    ['FailureMessage!=""', {}, false],
    ['FailureMessage!="x"', {}, true],
    ['FailureMessage~="x"', {}, false],
    ['PolicyUid==""', {}, true],
    ['EndTimeUTC<"2026-06-15"', { endTimeUTC: null }, false],
    ['EndTimeUTC>"2026-06-15"', { endTimeUTC: null }, false],
    ['EndTimeUTC=="2026-06-15"', { endTimeUTC: null }, false],
    ['EndTimeUTC!="2026-06-15"', { endTimeUTC: null }, true],
    ['EndTimeUTC<="2026-06-15"', { endTimeUTC: 'yesterday' }, false],
    ['EndTimeUTC<="2026-06-15"', { endTimeUTC: 0 }, false],
    ['EndTimeUTC=="2026-06-15"', { endTimeUTC: '2026-06-15T00:00:00' }, true],
    ['State=="idle"', { state: 'Idle' }, true],
    ['State!="IDLE"', { state: 'Idle' }, false],
    ['State<"Stopped"', { state: 'Idle' }, false],
    ['State>="Starting"', { state: 'Idle' }, false],
    ['State!="Stopped"', { state: 'Idle' }, true],
    ['State!="Stopped"', { state: null }, true],
    ['Result>="None"', { result: null }, false],
    ['Result=="None"', { result: null }, false],
    ['Result=="none"', { result: 'NONE' }, true],
  ]
  it.each(cases)('%s on %j is %s', (text, entity, expected) => {
    expect(matches(text, 'CdpReplicaSession', entity)).toBe(expected)
  })
})

describe('numbers, booleans and other ranks', () => {
  const cases: readonly [EntityType, string, Readonly<Record<string, unknown>>, boolean][] = [
    ['CdpReplicaTaskSession', 'State>=Pending', task, true],
    ['CdpReplicaTaskSession', 'State<Completed', task, true],
    ['CdpReplicaTaskSession', 'TotalSize==9007199254740992', task, true],
    ['CdpReplicaTaskSession', 'TotalSize==9007199254740993', task, false],
    ['CdpReplicaTaskSession', 'TotalSize<9007199254740993', task, true],
    ['CdpReplicaTaskSession', 'TotalSize>"-1"', task, true],
    ['CdpReplicaTaskSession', 'TotalSize>9', { totalSize: '10' }, true],
    ['CdpReplicaTaskSession', 'TotalSize>=0', { totalSize: null }, false],
    ['CdpReplicaTaskSession', 'TotalSize>=0', { totalSize: 'much' }, false],
    ['CdpReplicaTaskSession', 'TotalSize<=0', { totalSize: '' }, false],
    ['CdpReplicaTaskSession', 'TotalSize!=0', { totalSize: null }, true],
    ['CdpPolicy', 'ScheduleEnabled==TRUE', policy, true],
    ['CdpPolicy', 'ScheduleEnabled!=true', policy, false],
    ['CdpPolicy', 'ScheduleEnabled==true', { scheduleEnabled: 'True' }, true],
    ['CdpPolicy', 'ScheduleConfigured==false', policy, false],
    ['CdpPolicy', 'ScheduleConfigured!=false', policy, true],
    ['CdpPolicy', 'NextRun>="2026-01-01"', policy, false],
    ['BackupServer', 'Port==9392', { port: 9392 }, true],
  ]
  it.each(cases)('%s %s on %j is %s', (type, text, entity, expected) => {
    expect(matches(text, type, entity)).toBe(expected)
  })
})

it('refuses what the type does not have', () => {
  const type = 'CdpReplicaTaskSession'
  expect(() => evaluate(condition('Result', '==', 'Failed'), type, {})).toThrow(RangeError)
  expect(() => evaluate(condition('Id', '>', 'a'), type, {})).toThrow(RangeError)
  expect(() => evaluate(condition('TotalSize', '!=', 'much'), type, {})).toThrow(RangeError)
  expect(() => evaluate(condition('EndTimeUTC', '!=', 'late'), type, {})).toThrow(RangeError)
})
