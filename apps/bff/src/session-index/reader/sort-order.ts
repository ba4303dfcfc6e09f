import type { SessionColumns } from '../columns/session-columns.ts'
import type { SortKey } from '../store/session-store.ts'
import type { SessionValue } from './sort-value.ts'
import { stableSort } from './stable-sort.ts'

type Starts = SessionColumns['created']

/**
 * Positions in the order that is asked for; ties newest start first, then in order of arrival.
 *
 * @param positions in order of start, oldest first, then of arrival
 */
export function sortOrder(
  positions: Uint32Array,
  created: Starts,
  sort: readonly SortKey[],
  keyOf: (field: string) => SessionValue,
): Uint32Array {
  const last = sort.at(-1)
  const endsWithStart = last?.field === 'creationTimeUTC'
  const base = endsWithStart && !last.descending ? positions : newestFirst(positions, created)
  return sort
    .slice(0, endsWithStart ? -1 : undefined)
    .reduceRight((order, key) => stableSort(order, keyOf(key.field), key.descending), base)
}

/** Turned round, but for those that started at once. */
function newestFirst(positions: Uint32Array, created: Starts): Uint32Array {
  const order = new Uint32Array(positions.length)
  let to = 0
  for (let end = positions.length; end > 0; ) {
    const time = created[positions[end - 1] ?? 0]
    let start = end - 1
    while (start > 0 && created[positions[start - 1] ?? 0] === time) start -= 1
    for (let index = start; index < end; index += 1, to += 1) order[to] = positions[index] ?? 0
    end = start
  }
  return order
}

/**
 * How many of `order`, which `sortOrder` gave, sort before the session at a position or are it.
 * It need not be among them.
 */
export function countUpTo(
  order: Uint32Array,
  position: number,
  created: Starts,
  sort: readonly SortKey[],
  keyOf: (field: string) => SessionValue,
): number {
  const keys = sort.map(({ field, descending }) => {
    const key = keyOf(field)
    return (other: number) => (key(other) - key(position)) * (descending ? -1 : 1)
  })
  const byStart = (other: number) => (created[position] ?? 0) - (created[other] ?? 0)
  const byArrival = (other: number) => other - position
  const comparisons = [...keys, byStart, byArrival]
  const isBeyond = (other: number) => {
    for (const compare of comparisons) {
      const difference = compare(other)
      if (difference !== 0) return difference > 0
    }
    return false
  }
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBeyond(order[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
