/** How a list can be sorted by one of its columns; fields as the address names them, `-` before one descends. */
export interface ColumnOrder {
  /** The order where the address names none. */
  readonly usual: string
  /** Fields of which the longest, the most or the latest is looked for first. */
  readonly descendingFirst: readonly string[]
}

export type Direction = 'none' | 'ascending' | 'descending'

/** How a field stands to the order in force. `sort` as in the address; `field` undefined: of no column that sorts. */
export function directionOf(
  field: string | undefined,
  sort: string | undefined,
  { usual }: ColumnOrder,
): Direction {
  const by = sort ?? usual
  if (field === undefined) return 'none'
  if (by === field) return 'ascending'
  return by === `-${field}` ? 'descending' : 'none'
}

/** The order after a click on a field's header; undefined for the usual one. */
export function sortAfterClick(
  field: string,
  sort: string | undefined,
  order: ColumnOrder,
): string | undefined {
  const descending = `-${field}`
  const direction = directionOf(field, sort, order)
  const first = order.descendingFirst.includes(field) ? descending : field
  const next = direction === 'none' ? first : direction === 'ascending' ? descending : field
  return next === order.usual ? undefined : next
}
