const digitBits = 11
const buckets = 1 << digitBits

/**
 * Positions in rising (or falling) order of their keys, whole numbers from 0 to 2^53; those of one key
 * stay as they were. A radix sort: its time grows with the number of positions, not faster.
 */
export function stableSort(
  positions: Uint32Array,
  keyOf: (position: number) => number,
  descending: boolean,
): Uint32Array {
  let most = 0
  const keys = Float64Array.from(positions, (position) => {
    const key = keyOf(position)
    if (key > most) most = key
    return key
  })
  if (descending) {
    for (let index = 0; index < keys.length; index += 1) keys[index] = most - (keys[index] ?? 0)
  }
  let from: Keyed = { positions: positions.slice(), keys }
  let to: Keyed = { positions: positions.slice(), keys: new Float64Array(keys.length) }
  for (let divisor = 1; divisor <= most; divisor *= buckets) {
    distribute(from, to, divisor)
    ;[from, to] = [to, from]
  }
  return from.positions
}

interface Keyed {
  readonly positions: Uint32Array
  readonly keys: Float64Array
}

/** Copies in order of one digit of the keys. */
function distribute(from: Keyed, to: Keyed, divisor: number): void {
  const { length } = from.positions
  const next = new Uint32Array(buckets)
  for (let index = 0; index < length; index += 1) {
    const digit = Math.floor((from.keys[index] ?? 0) / divisor) % buckets
    next[digit] = (next[digit] ?? 0) + 1
  }
  let start = 0
  for (let digit = 0; digit < buckets; digit += 1) {
    const count = next[digit] ?? 0
    next[digit] = start
    start += count
  }
  for (let index = 0; index < length; index += 1) {
    const key = from.keys[index] ?? 0
    const digit = Math.floor(key / divisor) % buckets
    const at = next[digit] ?? 0
    next[digit] = at + 1
    to.positions[at] = from.positions[index] ?? 0
    to.keys[at] = key
  }
}
