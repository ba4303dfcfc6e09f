import type { FilterField, FilterOperator, FilterRow } from '@cdp-watch/em-filter'

/** Whether several values make sense: any of them for "is" and "contains", none of them for "is not". */
export function takesSeveral(field: FilterField, operator: FilterOperator): boolean {
  if (field.kind === 'boolean' || field.kind === 'time') return false
  return operator === '==' || operator === '!=' || operator === '~='
}

/** Whether the builder can show the row whole; the text editor can show any. */
export function isBuildable(field: FilterField | undefined, row: FilterRow): boolean {
  if (field === undefined) return false
  if (takesSeveral(field, row.operator)) return true
  // An empty value in an input looks like none.
  return row.values.length === 1 && row.values.every((value) => value.trim() !== '')
}
