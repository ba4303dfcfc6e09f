import type { ApiAnswer, LoggedOnRequest, Simulation } from '../api.ts'
import { document, wantsEntities } from '../api.ts'
import type { Snapshot } from '../estate/estate.ts'
import type { Infrastructure } from '../estate/policies.ts'
import type { Sort } from '../query/compile.ts'
import { compileFilter, compileSort } from '../query/compile.ts'
import type { Condition } from '../query/condition.ts'
import type { Field } from '../query/field.ts'
import { policyFields, serverFields, sessionFields } from '../query/fields.ts'
import type { Selected, Span } from '../query/select.ts'
import { selectFrom, selectSessions, selectTasks } from '../query/select.ts'
import { taskFields } from '../query/task-fields.ts'
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
import { entitiesAnswer, referencesAnswer } from '../wire/envelope.ts'
import { EmError } from '../wire/errors.ts'
import type { WireObject } from '../wire/value.ts'

/** What /query needs to know of a type. */
interface Queryable<Row> {
  readonly type: string
  readonly collection: string
  readonly fields: readonly Field<Row>[]
  readonly select: (
    snapshot: Snapshot,
    condition: Condition<Row>,
    sort: Sort<Row> | undefined,
    span: Span,
  ) => Selected<Row>
  readonly entity: (row: Row) => WireObject
  readonly reference: (row: Row) => WireObject
}

interface Question {
  readonly request: LoggedOnRequest
  readonly snapshot: Snapshot
  readonly page: number
  readonly size: number
}

function wholeNumber(request: LoggedOnRequest, name: string, otherwise: number): number {
  const text = request.parameter(name)
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) {
    throw new EmError(400, `Value '${text}' of parameter ${name} is not valid.`)
  }
  return Number(text)
}

function answer<Row>(of: Queryable<Row>, { request, snapshot, page, size }: Question): ApiAnswer {
  const condition = compileFilter(of.fields, of.type, request.parameter('filter'))
  const sort = compileSort(
    of.fields,
    of.type,
    request.parameter('sortAsc'),
    request.parameter('sortDesc'),
  )
  const span = { first: (page - 1) * size, size }
  const { rows, total } = of.select(snapshot, condition, sort, span)
  const paging = {
    page,
    size,
    pages: Math.ceil(total / size),
    parameters: request.parameters.filter(([name]) => !/^page(size)?$/i.test(name)),
  }
  return document(
    'QueryResult',
    wantsEntities(request)
      ? entitiesAnswer(of.collection, rows.map(of.entity), paging)
      : referencesAnswer(rows.map(of.reference), paging),
  )
}

type Ask = (question: Question) => ApiAnswer

function queryable<Row>(of: Queryable<Row>): [string, Ask] {
  return [of.type.toLowerCase(), (question) => answer(of, question)]
}

function queryables(infrastructure: Infrastructure): Map<string, Ask> {
  return new Map([
    queryable({
      type: 'CdpReplicaSession',
      collection: 'CdpReplicaSessions',
      fields: sessionFields(infrastructure),
      select: selectSessions,
      entity: sessionEntity,
      reference: sessionReference,
    }),
    queryable({
      type: 'CdpReplicaTaskSession',
      collection: 'CdpReplicaTaskSessions',
      fields: taskFields(infrastructure),
      select: selectTasks,
      entity: taskEntity,
      reference: taskReference,
    }),
    queryable({
      type: 'CdpPolicy',
      collection: 'CdpPolicies',
      fields: policyFields(),
      select: (snapshot, condition, sort, span) =>
        selectFrom(
          infrastructure.policies.map((policy) => ({ policy, snapshot })),
          condition,
          sort,
          span,
        ),
      entity: (row) => policyEntity(row.policy, row.snapshot.asOf),
      reference: (row) => policyReference(row.policy),
    }),
    queryable({
      type: 'BackupServer',
      collection: 'BackupServers',
      fields: serverFields(),
      select: (_, condition, sort, span) =>
        selectFrom(infrastructure.servers, condition, sort, span),
      entity: serverEntity,
      reference: serverReference,
    }),
  ])
}

/** Makes GET /api/query for an estate. Answers 400 for wrong parameters, and (by FilterError) 500 for a wrong filter. */
export function createQuery(simulation: Simulation): (request: LoggedOnRequest) => ApiAnswer {
  const types = queryables(simulation.estate.infrastructure)
  return (request) => {
    const type = request.parameter('type')
    if (type === undefined) throw new EmError(400, "Parameter 'type' is required.")
    const ask = types.get(type.toLowerCase())
    if (!ask) throw new EmError(400, `Query type '${type}' is not supported.`)
    const { maxPageSize } = simulation.settings
    const size = wholeNumber(request, 'pageSize', Math.min(100, maxPageSize))
    if (size > maxPageSize) {
      throw new EmError(400, `Parameter pageSize must not be greater than ${maxPageSize}.`)
    }
    const snapshot = simulation.estate.snapshot(simulation.clock.now())
    return ask({ request, snapshot, page: wholeNumber(request, 'page', 1), size })
  }
}
