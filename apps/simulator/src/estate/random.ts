function step(state: number, value: number): number {
  let h = Math.imul(state ^ value, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A 32-bit hash (unsigned) of up to five integers: the only source of chance, so that a seed repeats itself. */
export function hash(a: number, b = 0, c = 0, d = 0, e = 0): number {
  return step(step(step(step(step(0x9e3779b9, a), b), c), d), e) >>> 0
}

/** A hash as a fraction in [0, 1). */
export function unit(h: number): number {
  return h / 4_294_967_296
}

/** An integer in [from, to], both included, chosen by a hash. */
export function between(h: number, from: number, to: number): number {
  return from + (h % (to - from + 1))
}

/** The element at an index. Throws RangeError beyond the ends, where a plain index would give undefined. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index]
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`)
  return element
}

/** One element of a list, chosen by a hash. Throws RangeError for an empty list. */
export function pick<T>(list: readonly T[], h: number): T {
  return elementAt(list, h % list.length)
}
