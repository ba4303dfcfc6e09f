import type { Snapshot } from '../estate/estate.ts'
import type { Identity } from '../estate/identity.ts'
import { guidInUid, guidOrder, identityOf, startOfGuid } from '../estate/identity.ts'
import type { Infrastructure, Policy, Server } from '../estate/policies.ts'
import { nextRun } from '../estate/policy-facts.ts'
import type { SessionRow } from '../estate/session-row.ts'
import { results, sessionStates } from '../estate/session-row.ts'
import type { Ticks } from '../estate/ticks.ts'
import { HOUR } from '../estate/ticks.ts'
import type { Condition, Reach } from './condition.ts'
import { anywhere, compareNumber, condition } from './condition.ts'
import type { Operator } from './expression.ts'
import type { Field } from './field.ts'
import { enumField, flagField, numberField, textField, timeField, uidField } from './field.ts'
import { policyTextField, policyUidField, sessionNames } from './policy-fields.ts'

/** A policy together with the state of EM's knowledge, on which its next run depends. */
export interface PolicyRow {
  readonly policy: Policy
  readonly snapshot: Snapshot
}

/** No session lasts longer, so an end or a task bounds the start of its session. */
export const lifetime: Ticks = 25 * HOUR

/** The sessions that can have an instant of their life (or, for `slack` 0, their start) where a comparison wants it. */
export function reachOf(operator: Operator, value: Ticks, slack: Ticks): Reach {
  const from = operator === '!=' || operator.startsWith('<') ? anywhere.from : value - slack
  const to = operator === '!=' || operator.startsWith('>') ? anywhere.to : value
  return { ...anywhere, from, to }
}

/** Whether a session is the one of an identity. */
export function isSession(session: SessionRow, identity: Identity | undefined): boolean {
  return (
    identity !== undefined &&
    session.policyIndex === identity.policy &&
    session.day.day === identity.day &&
    session.slot === identity.slot
  )
}

/** The condition of being the session of an id; `sessionOf` leads from a row to its session. */
export function sessionCondition<Row>(
  seed: number,
  value: string,
  sessionOf: (row: Row) => SessionRow,
): Condition<Row> {
  const found = identityOf(seed, guidInUid(value))
  const identity = found?.kind === 'session' ? found : undefined
  return condition((row: Row) => isSession(sessionOf(row), identity), {
    tasksOf: (session) => (isSession(session, identity) ? 2 : 0),
    reach: { ...anywhere, named: identity ? [identity] : [] },
  })
}

/** The parameters of /query?type=CdpReplicaSession. */
export function sessionFields(infrastructure: Infrastructure): Field<SessionRow>[] {
  const names = sessionNames(infrastructure)
  const stopped = sessionStates.indexOf('Stopped')
  const created = timeField<SessionRow>(
    'CreationTimeUTC',
    (row) => row.created,
    (operator, value) => ({ reach: reachOf(operator, value, 0) }),
  )
  return [
    uidField(
      'Id',
      (row) => guidOrder(infrastructure.seed, row.identity),
      (value) => sessionCondition(infrastructure.seed, value, (row: SessionRow) => row),
    ),
    {
      name: 'Name',
      sortKey: { kind: 'number', of: names.sortKey },
      compare: (operator, value) => condition(names.compare(operator, value)),
    },
    policyUidField(infrastructure, 'PolicyUid', (policy) => policy.guid),
    policyTextField(infrastructure, 'PolicyName', (policy) => policy.name),
    policyUidField(infrastructure, 'BackupServerUid', (policy) => policy.server.guid),
    policyTextField(infrastructure, 'BackupServerName', (policy) => policy.server.name),
    { ...created, sortKey: { kind: 'start' } },
    timeField(
      'EndTimeUTC',
      (row) => row.endTime,
      (operator, value) => ({ reach: reachOf(operator, value, lifetime) }),
    ),
    enumField(
      'State',
      sessionStates,
      (row) => row.state,
      (operator, rank) => ({
        reach: compareNumber(operator, rank)(stopped)
          ? anywhere
          : { ...anywhere, sessions: 'active' },
      }),
    ),
    enumField('Result', results, (row) => row.result),
    textField('FailureMessage', (row) => row.failureMessage),
  ]
}

/** The parameters of /query?type=CdpPolicy. */
export function policyFields(): Field<PolicyRow>[] {
  const byGuid = (guidOf: (row: PolicyRow) => string) => (value: string) =>
    condition((row: PolicyRow) => guidOf(row) === guidInUid(value).toLowerCase())
  const own = (row: PolicyRow) => row.policy.guid
  const server = (row: PolicyRow) => row.policy.server.guid
  return [
    uidField('UID', (row) => startOfGuid(own(row)), byGuid(own)),
    textField('Name', (row) => row.policy.name),
    textField('Description', (row) => row.policy.description),
    timeField('NextRun', (row) => nextRun(row.policy, row.snapshot.asOf) ?? Number.NaN),
    flagField('ScheduleConfigured', () => true),
    flagField('ScheduleEnabled', (row) => row.policy.schedule.kind !== 'disabled'),
    uidField('BackupServerUid', (row) => startOfGuid(server(row)), byGuid(server)),
    textField('BackupServerName', (row) => row.policy.server.name),
  ]
}

/** The parameters of /query?type=BackupServer. */
export function serverFields(): Field<Server>[] {
  return [
    uidField(
      'UID',
      (row) => startOfGuid(row.guid),
      (value) => condition((row: Server) => row.guid === guidInUid(value).toLowerCase()),
    ),
    textField('Name', (row) => row.name),
    textField('Description', (row) => row.description),
    textField('IpOrDnsName', (row) => row.address),
    numberField('Port', (row) => row.port),
    textField('Version', (row) => row.version),
  ]
}
