import { compareUnits } from '../columns/compare-units.ts'

/**
 * Ranks from 1, equal ones for what is equal. @param ordered ids in order, each less than `size`
 * @param textOf what was ordered by @returns ranks by id, 0 for ids that were not given
 */
export function denseRanks(
  ordered: Iterable<number>,
  textOf: (id: number) => string,
  size: number,
): Uint32Array {
  const ranks = new Uint32Array(size)
  let before: string | undefined
  let rank = 0
  for (const id of ordered) {
    const value = textOf(id)
    if (value !== before) rank += 1
    before = value
    ranks[id] = rank
  }
  return ranks
}

/** Ranks of the values by their index, from 1: by code units. */
export function ranksOf(values: readonly string[]): Uint32Array {
  const textOf = (id: number) => values[id] ?? ''
  const ordered = [...values.keys()].sort((a, b) => compareUnits(textOf(a), textOf(b)))
  return denseRanks(ordered, textOf, values.length)
}
