import type { SessionColumns } from './session-columns.ts'

type Starts = Pick<SessionColumns, 'created'>['created']

/** Index of the first position in `order` (by start, oldest first) that started at `time` (ms) or after it. */
export function firstAtOrAfter(order: Uint32Array, created: Starts, time: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((created[order[middle] ?? 0] ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Merges more positions into the first `count` of `buffer`, which are in order of start, in place.
 * `more` must be greater than all of them, ascending, and fit the buffer; it is put in order too. What is new is mostly the
 * newest too, so that hardly anything has to move.
 */
export function mergeByStart(
  buffer: Uint32Array,
  count: number,
  more: number[],
  created: Starts,
): void {
  const startOf = (position: number) => created[position] ?? 0
  // Array's sort is stable, and near to linear for the ascending runs in which sessions arrive.
  const sorted = more.sort((a, b) => startOf(a) - startOf(b))
  let known = count - 1
  let fresh = sorted.length - 1
  for (let to = count + fresh; fresh >= 0; to -= 1) {
    const knownPosition = buffer[known] ?? 0
    const freshPosition = sorted[fresh] ?? 0
    if (known >= 0 && startOf(knownPosition) > startOf(freshPosition)) {
      buffer[to] = knownPosition
      known -= 1
    } else {
      buffer[to] = freshPosition
      fresh -= 1
    }
  }
}
