import type { Condition } from './condition.ts'
import { allOf, always, anyOf } from './condition.ts'
import type { Expression } from './expression.ts'
import { FilterError } from './expression.ts'
import type { Field } from './field.ts'
import { parseFilter } from './parse.ts'

function fieldNamed<Row>(fields: readonly Field<Row>[], type: string, name: string): Field<Row> {
  const field = fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  if (!field) throw new FilterError(`Parameter '${name}' is not supported for type ${type}.`)
  return field
}

function compile<Row>(
  fields: readonly Field<Row>[],
  type: string,
  expression: Expression,
): Condition<Row> {
  if (expression.kind === 'comparison') {
    const field = fieldNamed(fields, type, expression.field)
    return field.compare(expression.operator, expression.value)
  }
  const parts = expression.parts.map((part) => compile(fields, type, part))
  return expression.kind === 'and' ? allOf(parts) : anyOf(parts)
}

/** The condition of a filter; an absent or empty one is met by all. Throws FilterError. */
export function compileFilter<Row>(
  fields: readonly Field<Row>[],
  type: string,
  filter: string | undefined,
): Condition<Row> {
  if (filter === undefined || filter.trim() === '') return always()
  return compile(fields, type, parseFilter(filter))
}

/** The one order that EM takes: by one field, one way. */
export interface Sort<Row> {
  readonly field: Field<Row>
  readonly direction: 'asc' | 'desc'
}

/** Reads sortAsc and sortDesc. Undefined when neither is given. Throws FilterError for both, several or unknown ones. */
export function compileSort<Row>(
  fields: readonly Field<Row>[],
  type: string,
  asc: string | undefined,
  desc: string | undefined,
): Sort<Row> | undefined {
  if (asc !== undefined && desc !== undefined) {
    throw new FilterError('Only one of sortAsc and sortDesc can be used.')
  }
  const name = (asc ?? desc)?.trim()
  if (name === undefined || name === '') return undefined
  return { field: fieldNamed(fields, type, name), direction: asc !== undefined ? 'asc' : 'desc' }
}
