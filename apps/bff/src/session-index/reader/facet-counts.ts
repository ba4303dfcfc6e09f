import type { Combinations } from '../columns/combinations.ts'
import { nonZero } from './non-zero.ts'
import { facetBits, facets, type ScanResult } from './scan.ts'

/** For each value of a facet, by its id, how many sessions have it under all filters but the facet's own. */
export type FacetCounts = { readonly [Facet in (typeof facets)[number]]: Uint32Array }

/** Adds up what a scan has counted. `sizes`: one more than the greatest id of each facet. */
export function facetCounts(
  combinations: Combinations,
  { counts, failures }: Pick<ScanResult, 'counts' | 'failures'>,
  sizes: { readonly health: number; readonly words: number; readonly labels: number },
): FacetCounts {
  const totals = {
    health: new Uint32Array(sizes.health),
    state: new Uint32Array(sizes.words),
    result: new Uint32Array(sizes.words),
    policy: new Uint32Array(sizes.labels),
    server: new Uint32Array(sizes.labels),
  }
  // Most questions mean few of the combinations.
  const counted = nonZero(counts)
  for (const facet of facets) {
    const total = totals[facet]
    const ids = combinations[facet]
    const others = ~facetBits[facet]
    for (let index = 0; index < counted.length; index += 1) {
      const number = counted[index] ?? 0
      if (((failures[number] ?? 0) & others) !== 0) continue
      const id = ids[number] ?? 0
      total[id] = (total[id] ?? 0) + (counts[number] ?? 0)
    }
  }
  return totals
}
