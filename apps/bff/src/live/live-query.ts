import { type Asked, type EmQuery, emQuerySchema } from '@cdp-watch/contract'
import {
  defaultSort,
  type EntityType,
  entityTypes,
  fieldsOf,
  findEntityType,
  findField,
  parseForEm,
} from '@cdp-watch/em-filter'
import * as z from 'zod'
import { queryPath } from '../em/query-path.ts'
import { AppError } from '../errors.ts'
import { readQuery } from '../read-query.ts'

/** A live query that may be sent: every part of it was understood and written anew. */
export interface LiveQuery {
  asked: Asked
  page: number
  pageSize: number
  raw: boolean
}

const defaultPageSize = 100
/** Windows' web server, on which EM stands, takes request lines of 16 kB. */
const longestPath = 15_000

/** A filter that is too long is refused as a filter, with the place from where it is, not as a parameter of any kind. */
const parametersSchema = emQuerySchema.extend({ filter: z.string().optional() })

/** Understands the parameters of `GET /api/em/query`. Throws an AppError that names the wrong parameter. */
export function readLiveQuery(parameters: unknown): LiveQuery {
  const query = readQuery(parametersSchema, parameters)
  const type = findEntityType(query.type)
  if (!type)
    throw wrong(
      'type',
      `“${query.type}” cannot be asked for. Use one of ${entityTypes.join(', ')}.`,
    )
  const filter = readFilter(query.filter, type)
  const sort = readSort(query, type)
  const pageSize = query.pageSize ?? defaultPageSize
  const page = query.page ?? 1
  const emPath = queryPath({ type, filter, sort, pageSize, page })
  if (emPath.length > longestPath) {
    throw new AppError(
      'bad-filter',
      'The filter is too long for Enterprise Manager to take in one request.',
      {
        parameter: 'filter',
        position: { start: 0, end: query.filter?.length ?? 0 },
      },
    )
  }
  return {
    asked: { type, filter, sort, emPath },
    page,
    pageSize,
    raw: query.raw === 'true',
  }
}

function readFilter(text: string | undefined, type: EntityType): string | null {
  const parsed = parseForEm(text ?? '', type)
  if (parsed.ok) return parsed.text === '' ? null : parsed.text
  throw new AppError('bad-filter', parsed.errors.map((error) => error.message).join(' '), {
    parameter: 'filter',
    position: { start: parsed.errors[0]?.start ?? 0, end: parsed.errors[0]?.end ?? 0 },
  })
}

/** Where no sort is asked for one is added: EM gives unsorted rows in no order, and its pages would not fit together. */
function readSort(query: EmQuery, type: EntityType): Asked['sort'] {
  if (query.sortAsc !== undefined && query.sortDesc !== undefined) {
    throw wrong(
      'sortDesc',
      'Enterprise Manager takes one sort key: give sortAsc or sortDesc, not both.',
    )
  }
  const parameter = query.sortAsc === undefined ? 'sortDesc' : 'sortAsc'
  const name = query.sortAsc ?? query.sortDesc
  if (name === undefined) return defaultSort[type]
  const field = findField(type, name)
  if (!field) {
    const names = fieldsOf(type).map((each) => each.name)
    throw wrong(parameter, `${type} cannot be sorted by “${name}”. Use one of ${names.join(', ')}.`)
  }
  return { field: field.name, direction: parameter === 'sortAsc' ? 'ascending' : 'descending' }
}

function wrong(parameter: string, detail: string): AppError {
  return new AppError('bad-parameter', detail, { parameter })
}
