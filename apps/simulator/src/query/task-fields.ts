import { guidInUid, guidOrder, identityOf } from '../estate/identity.ts'
import type { Infrastructure } from '../estate/policies.ts'
import { vmName } from '../estate/policies.ts'
import type { TaskRow } from '../estate/task-row.ts'
import { taskStates } from '../estate/task-row.ts'
import type { Condition, Truth } from './condition.ts'
import { anywhere, compareNumber, compareRange, compareText, condition } from './condition.ts'
import type { Operator } from './expression.ts'
import type { Field } from './field.ts'
import { enumField, numberField, textField, timeField, uidField } from './field.ts'
import { isSession, lifetime, reachOf, sessionCondition } from './fields.ts'
import { policyTextField, policyUidField, sessionNames } from './policy-fields.ts'

/** For equality with a VM's name: the policies without such a VM need no look. */
function vmCondition(infrastructure: Infrastructure, operator: Operator, name: string) {
  if (operator !== '==' && operator !== '!=') return {}
  const otherwise: Truth = operator === '==' ? 0 : 2
  const table = Uint8Array.from(infrastructure.policies, (policy) => {
    if (!name.startsWith(policy.prefix)) return 0
    for (let vm = 0; vm < policy.vms; vm += 1) if (vmName(policy, vm) === name) return 1
    return 0
  })
  return {
    tasksOf: (session: { policyIndex: number }): Truth =>
      table[session.policyIndex] === 1 ? 1 : otherwise,
  }
}

function taskCondition(seed: number, value: string): Condition<TaskRow> {
  const found = identityOf(seed, guidInUid(value))
  const identity = found?.kind === 'task' ? found : undefined
  return condition(
    (row: TaskRow) =>
      row.vm === identity?.vm && row.part === identity.part && isSession(row.session, identity),
    {
      tasksOf: (session) => (isSession(session, identity) ? 1 : 0),
      reach: { ...anywhere, named: identity ? [identity] : [] },
    },
  )
}

/** The parameters of /query?type=CdpReplicaTaskSession. The result is not one of them: EM refuses it. */
export function taskFields(infrastructure: Infrastructure): Field<TaskRow>[] {
  const { seed } = infrastructure
  const names = sessionNames(infrastructure)
  const completed = taskStates.indexOf('Completed')
  return [
    uidField(
      'Id',
      (row) => guidOrder(seed, row.identity),
      (value) => taskCondition(seed, value),
    ),
    textField(
      'Name',
      (row) => row.name,
      (operator, value) =>
        vmCondition(infrastructure, operator, value.slice(0, value.lastIndexOf('@'))),
    ),
    uidField(
      'PolicySessionUid',
      (row) => guidOrder(seed, row.session.identity),
      (value) => sessionCondition(seed, value, (row: TaskRow) => row.session),
    ),
    {
      name: 'PolicySessionName',
      sortKey: { kind: 'number', of: (row) => names.sortKey(row.session) },
      compare: (operator, value) => {
        const test = names.compare(operator, value)
        return condition((row: TaskRow) => test(row.session), {
          tasksOf: (session) => (test(session) ? 2 : 0),
        })
      },
    },
    policyUidField(infrastructure, 'BackupServerUid', (policy) => policy.server.guid),
    policyTextField(infrastructure, 'BackupServerName', (policy) => policy.server.name),
    timeField(
      'CreationTimeUTC',
      (row) => row.created,
      (operator, value) => ({
        reach: reachOf(operator, value, lifetime),
        tasksOf: (session) => compareRange(operator, value, session.created, session.ended),
      }),
    ),
    timeField(
      'EndTimeUTC',
      (row) => row.endTime,
      (operator, value) => ({
        reach: reachOf(operator, value, lifetime),
        tasksOf: (session) =>
          session.isStopped ? compareRange(operator, value, session.created, session.ended) : 1,
      }),
    ),
    enumField(
      'State',
      taskStates,
      (row) => row.state,
      (operator, rank) => {
        const ofCompleted = compareNumber(operator, rank)(completed)
        return {
          reach: ofCompleted ? anywhere : { ...anywhere, sessions: 'active' },
          tasksOf: (session) => (session.isStopped ? (ofCompleted ? 2 : 0) : 1),
        }
      },
    ),
    textField(
      'Reason',
      (row) => row.reason,
      (operator, value) => {
        const ofNone = compareText(operator, value)('')
        return { tasksOf: (session) => (session.hits.length > 0 ? 1 : ofNone ? 2 : 0) }
      },
    ),
    numberField('TotalSize', (row) => row.totalSize),
    textField(
      'VmDisplayName',
      (row) => row.vmDisplayName,
      (operator, value) => vmCondition(infrastructure, operator, value),
    ),
  ]
}
