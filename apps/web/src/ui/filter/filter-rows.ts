import {
  and,
  conditionsOf,
  type FilterRow,
  type FilterTree,
  fromConditions,
} from '@cdp-watch/em-filter'

/** "Result is Failed" and then "Result is Warning" would match nothing: what is meant is either of them. */
const merges = (row: FilterRow): boolean => row.operator === '==' || row.operator === '!='

/** Values of both, each once, in the order they were chosen. */
const joined = (row: FilterRow, added: FilterRow): FilterRow => ({
  ...row,
  values: [...new Set([...row.values, ...added.values])],
})

/**
 * The filter with one more condition. "is" and "is not" join a row of the same field, so that a person
 * gets Failed *or* Warning; all others must hold besides. Throws a RangeError for a row without values.
 */
export function addRow(tree: FilterTree | undefined, added: FilterRow): FilterTree | undefined {
  const rows = conditionsOf(tree)
  if (rows === undefined) return and(tree, fromConditions([added]))
  const at = rows.findIndex(
    (row) => merges(row) && row.field === added.field && row.operator === added.operator,
  )
  return fromConditions(
    at === -1
      ? [...rows, added]
      : rows.map((row, index) => (index === at ? joined(row, added) : row)),
  )
}
