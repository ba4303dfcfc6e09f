import { type EntityType, encode, type FieldSort } from '@cdp-watch/em-filter'
import { emPaths } from './paths.ts'

/** One page of a query. `filter` is its text as EM takes it, or null; pages count from 1. */
export interface EmQuestion {
  type: EntityType
  filter: string | null
  sort: FieldSort
  pageSize: number
  page: number
}

/** Path and query by which EM is asked for the entities of a page. */
export function queryPath({ type, filter, sort, pageSize, page }: EmQuestion): string {
  const parts = [
    `type=${type}`,
    'format=Entities',
    ...(filter === null ? [] : [`filter=${encode(filter)}`]),
    `${sort.direction === 'ascending' ? 'sortAsc' : 'sortDesc'}=${sort.field}`,
    `pageSize=${pageSize}`,
    `page=${page}`,
  ]
  return `${emPaths.query}?${parts.join('&')}`
}
