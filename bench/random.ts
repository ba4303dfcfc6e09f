/** Chance that is the same in every run. */
export interface Random {
  /** A whole number from 0, below `end`. */
  below(end: number): number
  /** One of the values. Throws where there is none. */
  pick<T>(values: readonly T[]): T
}

/** Chance from a seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (end: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) * end) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next(end))
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return { below, pick }
}

/** The values in an order of chance. */
export function shuffle<T>(values: readonly T[], random: Random): T[] {
  return values
    .map((value) => ({ value, place: random.below(2 ** 31) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value)
}
