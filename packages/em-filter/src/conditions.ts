import type { FilterOperator } from './operators.ts'
import { and, condition, type FilterCondition, type FilterTree, normalize, or } from './tree.ts'

/**
 * One row of the filter builder. It holds for *any of* the values, but with `!=` for *none of* them,
 * which is what a person means by "State is not Stopped, Stopping".
 */
export interface FilterRow {
  readonly field: string
  readonly operator: FilterOperator
  readonly values: readonly string[]
}

const rowOf = ({ field, operator, value }: FilterCondition): FilterRow => ({
  field,
  operator,
  values: [value],
})

const joined = (row: FilterRow, { field, operator, value }: FilterCondition) =>
  row.field === field && row.operator === operator
    ? { field, operator, values: [...row.values, value] }
    : undefined

const rowOfAlternatives = (children: readonly FilterTree[]): FilterRow | undefined => {
  let row: FilterRow | undefined
  for (const child of children) {
    if (child.kind !== 'condition' || child.operator === '!=') return undefined
    const next = row === undefined ? rowOf(child) : joined(row, child)
    if (next === undefined) return undefined
    row = next
  }
  return row
}

/**
 * The filter as rows that all must hold, or undefined when it is more than the builder can show.
 * A row is a condition, an "or" over one field with one operator, or neighbouring `!=` of one field.
 */
export function conditionsOf(tree: FilterTree | undefined): readonly FilterRow[] | undefined {
  if (tree === undefined) return []
  const normal = normalize(tree)
  const rows: FilterRow[] = []
  for (const part of normal.kind === 'and' ? normal.children : [normal]) {
    if (part.kind === 'condition') {
      const last = rows.at(-1)
      const merged = last !== undefined && part.operator === '!=' ? joined(last, part) : undefined
      if (merged !== undefined) rows.pop()
      rows.push(merged ?? rowOf(part))
    } else {
      const row = rowOfAlternatives(part.children)
      if (row === undefined) return undefined
      rows.push(row)
    }
  }
  return rows
}

/**
 * The filter of the builder's rows; undefined for no row. The inverse of `conditionsOf`.
 * Throws a RangeError for a row without values, which must not come out as "no filter".
 */
export function fromConditions(rows: readonly FilterRow[]): FilterTree | undefined {
  const parts = rows.map(({ field, operator, values }) => {
    const [first, ...rest] = values.map((value) => condition(field, operator, value))
    if (first === undefined) throw new RangeError(`The condition on ${field} has no value`)
    return operator === '!=' ? and(first, ...rest) : or(first, ...rest)
  })
  return and(...parts)
}
