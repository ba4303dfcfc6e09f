import type { ApiAnswer, LoggedOnRequest } from '../api.ts'
import { document, wantsEntities } from '../api.ts'
import type { Snapshot } from '../estate/estate.ts'
import type { Identity } from '../estate/identity.ts'
import { identityOf } from '../estate/identity.ts'
import type { SessionRow } from '../estate/session-row.ts'
import type { TaskRow } from '../estate/task-row.ts'
import { DAY } from '../estate/ticks.ts'
import type { Condition } from '../query/condition.ts'
import { allOf, always, anywhere, condition } from '../query/condition.ts'
import { selectSessions, selectTasks } from '../query/select.ts'
import {
  policyEntity,
  policyReference,
  serverEntity,
  serverReference,
  sessionEntity,
  sessionReference,
  taskEntity,
  taskReference,
} from '../wire/entities.ts'
import { EmError } from '../wire/errors.ts'
import type { WireObject } from '../wire/value.ts'
import { itemName } from '../wire/xml.ts'

/** How the rows of a collection are printed. */
interface Collection<Row> {
  readonly name: string
  readonly entity: (row: Row) => WireObject
  readonly reference: (row: Row) => WireObject
}

const sessions = { name: 'CdpReplicaSessions', entity: sessionEntity, reference: sessionReference }
const tasks = { name: 'CdpReplicaTaskSessions', entity: taskEntity, reference: taskReference }
const servers = { name: 'BackupServers', entity: serverEntity, reference: serverReference }
const policiesIn = (snapshot: Snapshot) => ({
  name: 'CdpPolicies',
  entity: (policy: Snapshot['infrastructure']['policies'][number]) =>
    policyEntity(policy, snapshot.asOf),
  reference: policyReference,
})

function* printed<Row>(rows: Iterable<Row>, print: (row: Row) => WireObject) {
  for (const row of rows) yield print(row)
}

/** One level less than the answer of /query, and all rows at once. */
function list<Row>(request: LoggedOnRequest, of: Collection<Row>, rows: Iterable<Row>): ApiAnswer {
  if (wantsEntities(request)) {
    return { kind: 'list', root: of.name, name: of.name, items: printed(rows, of.entity) }
  }
  const items = printed(rows, of.reference)
  return { kind: 'list', root: 'EntityReferences', name: 'Refs', items }
}

function one<Row>(request: LoggedOnRequest, of: Collection<Row>, row: Row | undefined): ApiAnswer {
  if (row === undefined) throw new EmError(404, `${itemName(of.name)} ${request.id} not found.`)
  return wantsEntities(request)
    ? document(itemName(of.name), of.entity(row))
    : document('EntityRef', of.reference(row))
}

function snapshotOf(request: LoggedOnRequest): Snapshot {
  return request.simulation.estate.snapshot(request.simulation.clock.now())
}

/** Collections hold the last 30 days only, whatever the history that EM keeps. */
function lastMonth<Row>(snapshot: Snapshot): Condition<Row> {
  return { ...always<Row>(), reach: { ...anywhere, from: snapshot.asOf - 30 * DAY } }
}

function everySession(snapshot: Snapshot, extra: Condition<SessionRow>): readonly SessionRow[] {
  const span = { first: 0, size: snapshot.sessions }
  return selectSessions(snapshot, allOf([lastMonth<SessionRow>(snapshot), extra]), undefined, span)
    .rows
}

function named(identity: Identity | undefined) {
  return { ...anywhere, named: identity ? [identity] : [] }
}

function identityIn(request: LoggedOnRequest, kind: Identity['kind']): Identity | undefined {
  const identity = identityOf(request.simulation.estate.infrastructure.seed, request.id)
  return identity?.kind === kind ? identity : undefined
}

function sessionIn(request: LoggedOnRequest, snapshot: Snapshot): SessionRow | undefined {
  const wanted = { ...always<SessionRow>(), reach: named(identityIn(request, 'session')) }
  return selectSessions(snapshot, wanted, undefined, { first: 0, size: 1 }).rows[0]
}

function* tasksOf(snapshot: Snapshot, rows: Iterable<SessionRow>): Generator<TaskRow> {
  for (const row of rows) {
    const identity: Identity = {
      kind: 'session',
      policy: row.policyIndex,
      day: row.day.day,
      slot: row.slot,
      vm: 0,
      part: 0,
    }
    const own = { ...always<TaskRow>(), reach: named(identity) }
    const size = row.policy.vms * 16
    yield* selectTasks(snapshot, own, undefined, { first: 0, size }).rows
  }
}

/** GET /api/cdpReplicaSessions */
export function listSessions(request: LoggedOnRequest): ApiAnswer {
  return list(request, sessions, everySession(snapshotOf(request), always()))
}

/** GET /api/cdpReplicaSessions/{id} */
export function getSession(request: LoggedOnRequest): ApiAnswer {
  return one(request, sessions, sessionIn(request, snapshotOf(request)))
}

/** GET /api/cdpReplicaSessions/{id}/cdpReplicaTaskSessions */
export function listTasksOfSession(request: LoggedOnRequest): ApiAnswer {
  const snapshot = snapshotOf(request)
  const session = sessionIn(request, snapshot)
  if (!session) throw new EmError(404, `CdpPolicySession ${request.id} not found.`)
  return list(request, tasks, tasksOf(snapshot, [session]))
}

/** GET /api/cdpReplicaTaskSessions */
export function listTasks(request: LoggedOnRequest): ApiAnswer {
  const snapshot = snapshotOf(request)
  return list(request, tasks, tasksOf(snapshot, everySession(snapshot, always())))
}

/** GET /api/cdpReplicaTaskSessions/{id} */
export function getTask(request: LoggedOnRequest): ApiAnswer {
  const identity = identityIn(request, 'task')
  const meets = (row: TaskRow) => row.vm === identity?.vm && row.part === identity.part
  const wanted = condition(meets, { reach: named(identity) })
  const { rows } = selectTasks(snapshotOf(request), wanted, undefined, { first: 0, size: 1 })
  return one(request, tasks, rows[0])
}

/** GET /api/cdpPolicies */
export function listPolicies(request: LoggedOnRequest): ApiAnswer {
  const snapshot = snapshotOf(request)
  return list(request, policiesIn(snapshot), snapshot.infrastructure.policies)
}

/** GET /api/cdpPolicies/{id} */
export function getPolicy(request: LoggedOnRequest): ApiAnswer {
  const snapshot = snapshotOf(request)
  const wanted = request.id.toLowerCase()
  const policy = snapshot.infrastructure.policies.find((known) => known.guid === wanted)
  return one(request, policiesIn(snapshot), policy)
}

/** GET /api/cdpPolicies/{id}/cdpReplicaSessions */
export function listSessionsOfPolicy(request: LoggedOnRequest): ApiAnswer {
  const snapshot = snapshotOf(request)
  const wanted = request.id.toLowerCase()
  const policy = snapshot.infrastructure.policies.find((known) => known.guid === wanted)
  if (!policy) throw new EmError(404, `CdpPolicy ${request.id} not found.`)
  const own = condition((row: SessionRow) => row.policyIndex === policy.index)
  return list(request, sessions, everySession(snapshot, own))
}

/** GET /api/backupServers */
export function listServers(request: LoggedOnRequest): ApiAnswer {
  return list(request, servers, snapshotOf(request).infrastructure.servers)
}

/** GET /api/backupServers/{id} */
export function getServer(request: LoggedOnRequest): ApiAnswer {
  const wanted = request.id.toLowerCase()
  const server = snapshotOf(request).infrastructure.servers.find((known) => known.guid === wanted)
  return one(request, servers, server)
}
