import { ownSortFields, type SessionsExportQuery, type SessionsQuery } from '@cdp-watch/contract'
import { type FilterTree, fieldsOf, findField, parse } from '@cdp-watch/em-filter'
import { AppError } from '../../errors.ts'
import { parseGroupId } from '../../failures/group-id.ts'
import type { Selection, SessionsQuestion, SortKey } from '../store/session-store.ts'

const type = 'CdpReplicaSession'
const usualLimit = 100
const mostSortKeys = 5
const newestFirst: readonly SortKey[] = [{ field: 'creationTimeUTC', descending: true }]

/** The question behind the parameters of `GET /api/sessions`. Throws an AppError that names the wrong one. */
export function readQuestion(query: SessionsQuery): SessionsQuestion {
  if (query.cursor !== undefined && query.offset !== undefined) {
    throw wrong('offset', 'A cursor says where to go on already: give cursor or offset, not both.')
  }
  return {
    ...readSelection(query),
    limit: query.limit ?? usualLimit,
    cursor: query.cursor ?? null,
    offset: query.offset ?? 0,
    horizon: query.horizon ?? null,
    since: query.since ?? null,
    bars: query.bars ?? null,
    facetText: query.facetText ?? '',
  }
}

/** Which sessions are meant, and in which order. Throws an AppError that names the wrong parameter. */
export function readSelection(query: SessionsQuery | SessionsExportQuery): Selection {
  return {
    ...readNarrowing(query),
    sort: query.sort === undefined ? newestFirst : readSort(query.sort),
  }
}

/** Which sessions are meant. Throws an AppError that names the wrong parameter. */
export function readNarrowing(
  query: Omit<SessionsExportQuery, 'sort' | 'format'>,
): Omit<Selection, 'sort'> {
  const from = readTime(query.from)
  const to = readTime(query.to)
  if (from !== null && to !== null && from >= to) throw wrong('to', '“to” is not after “from”.')
  return {
    from,
    to,
    states: query.state ?? [],
    results: query.result ?? [],
    healths: query.health ?? [],
    policyUids: query.policyUid ?? [],
    backupServerUids: query.backupServerUid ?? [],
    failures: readGroupIds(query.failure ?? []),
    text: query.q ?? '',
    filter: readFilter(query.filter ?? ''),
  }
}

function readGroupIds(ids: readonly string[]): readonly string[] {
  const strange = ids.find((id) => parseGroupId(id) === undefined)
  if (strange === undefined) return ids
  throw wrong('failure', `“${strange}” is not the id of a group of failures.`)
}

function readTime(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text)
}

function readFilter(text: string): FilterTree | undefined {
  const parsed = parse(text, type)
  if (parsed.ok) return parsed.tree
  const first = parsed.errors[0]
  throw new AppError('bad-filter', parsed.errors.map((error) => error.message).join(' '), {
    parameter: 'filter',
    position: { start: first?.start ?? 0, end: first?.end ?? 0 },
  })
}

function readSort(text: string): SortKey[] {
  const keys = text.split(',').map((part) => {
    const descending = part.startsWith('-')
    const name = descending ? part.slice(1) : part
    const field = sortField(name)
    if (field !== undefined) return { field, descending }
    const known = [...fieldsOf(type).map((each) => each.key), ...ownSortFields].join(', ')
    throw wrong('sort', `Sessions cannot be sorted by “${name}”. Use one of ${known}.`)
  })
  const twice = keys.find(
    (key, index) => keys.findIndex((each) => each.field === key.field) < index,
  )
  if (twice !== undefined) throw wrong('sort', `“${twice.field}” is given twice.`)
  if (keys.length > mostSortKeys) throw wrong('sort', `At most ${mostSortKeys} fields are taken.`)
  return keys
}

/** Fields go by the dashboard's name for them or by EM's, in any case. */
function sortField(name: string): string | undefined {
  const lower = name.toLowerCase()
  return (
    fieldsOf(type).find((each) => each.key.toLowerCase() === lower)?.key ??
    findField(type, name)?.key ??
    ownSortFields.find((each) => each.toLowerCase() === lower)
  )
}

function wrong(parameter: string, detail: string): AppError {
  return new AppError('bad-parameter', detail, { parameter })
}
