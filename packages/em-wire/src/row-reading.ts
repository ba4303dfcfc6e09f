import type { FoldedRecord } from './folded-record.ts'
import type { EntityLinks } from './links.ts'
import { readTime } from './time.ts'

/** A row of an entity type, with what every row has already read from it. */
export interface EntityRow {
  readonly uid: string
  readonly fields: FoldedRecord
  readonly links: EntityLinks
}

/** The entity of a row and what of it could not be read; or why there is no entity. */
export type RowReading<E> =
  | { readonly kind: 'entity'; readonly entity: E; readonly defects: readonly string[] }
  | { readonly kind: 'unreadable'; readonly message: string }

/** What is wrong with one row of an answer. `index` counts from 0. */
export interface RowProblem {
  readonly index: number
  readonly uid: string | null
  readonly message: string
  /** `left-out`: the row is not among the items. `kept`: it is, without the value the message is about. */
  readonly row: 'left-out' | 'kept'
}

export type TimesReading =
  | {
      readonly kind: 'times'
      readonly creationTimeUTC: string
      readonly endTimeUTC: string | null
      readonly defects: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly message: string }

export const noDefects: readonly string[] = []

/** Start and end of a row. Without a start it cannot be placed in time, and is unreadable. */
export function readTimes(fields: FoldedRecord): TimesReading {
  const creation = readTime(fields.get('creationtimeutc'))
  if (creation.kind === 'absent') return { kind: 'unreadable', message: 'no CreationTimeUTC' }
  if (creation.kind === 'invalid') {
    return { kind: 'unreadable', message: notATime('CreationTimeUTC', fields) }
  }
  const end = readTime(fields.get('endtimeutc'))
  return {
    kind: 'times',
    creationTimeUTC: creation.iso,
    endTimeUTC: end.kind === 'time' ? end.iso : null,
    defects: end.kind === 'invalid' ? [notATime('EndTimeUTC', fields)] : noDefects,
  }
}

const longestQuote = 60

/** Says that a field's value names no time, with the beginning of the value. */
export function notATime(field: string, fields: FoldedRecord): string {
  return `${field} is not a time: ${quote(fields.get(field.toLowerCase()))}`
}

/** Never prints what is nested: a value may be so deep that printing it fails. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.slice(0, longestQuote)).slice(0, longestQuote)
}

/** The part of `policy@time` or `vm@time` before the time; all of a name that has no time. */
export function beforeTime(name: string): string {
  const at = name.lastIndexOf('@')
  return at > 0 ? name.slice(0, at) : name
}
