const digitBits = 11
const buckets = 1 << digitBits
/** Whole numbers of 32 bits are quicker to sort than larger ones. */
const word = 2 ** 32

/**
 * Positions in rising (or falling) order of their keys, whole numbers from 0 to 2^53; those of one key
 * stay as they were. A radix sort: its time grows with the number of positions, not faster.
 */
export function stableSort(
  positions: Uint32Array,
  keyOf: (position: number) => number,
  descending: boolean,
): Uint32Array {
  const keys = new Float64Array(positions.length)
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let index = 0; index < positions.length; index += 1) {
    const key = keyOf(positions[index] ?? 0)
    keys[index] = key
    if (key < least) least = key
    if (key > most) most = key
  }
  const distance = (key: number) => (descending ? most - key : key - least)
  for (let index = 0; index < keys.length; index += 1) keys[index] = distance(keys[index] ?? 0)
  // Written as 32 bits they lose what is above; that is sorted by next.
  const byLow = radixSort(positions, new Uint32Array(keys), Math.min(most - least, word - 1))
  if (most - least < word) return byLow
  for (let index = 0; index < keys.length; index += 1) {
    keys[index] = Math.floor(distance(keyOf(byLow[index] ?? 0)) / word)
  }
  return radixSort(byLow, new Uint32Array(keys), Math.floor((most - least) / word))
}

interface Keyed {
  readonly positions: Uint32Array
  readonly keys: Uint32Array
}

/** `keys`: of the positions, in their order; they are sorted with them. */
function radixSort(positions: Uint32Array, keys: Uint32Array, most: number): Uint32Array {
  const { length } = positions
  let from: Keyed = { positions: positions.slice(), keys }
  let to: Keyed = { positions: new Uint32Array(length), keys: new Uint32Array(length) }
  for (let shift = 0; most >= 2 ** shift; shift += digitBits) {
    distribute(from, to, shift)
    ;[from, to] = [to, from]
  }
  return from.positions
}

/** Copies in order of one digit of the keys. */
function distribute(from: Keyed, to: Keyed, shift: number): void {
  const { length } = from.positions
  const next = new Uint32Array(buckets)
  for (let index = 0; index < length; index += 1) {
    const digit = ((from.keys[index] ?? 0) >>> shift) & (buckets - 1)
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
    const digit = (key >>> shift) & (buckets - 1)
    const at = next[digit] ?? 0
    next[digit] = at + 1
    to.positions[at] = from.positions[index] ?? 0
    to.keys[at] = key
  }
}
