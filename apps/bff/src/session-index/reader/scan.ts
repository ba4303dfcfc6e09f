import type { ColumnSet } from '../columns/column-set.ts'
import type { Combinations } from '../columns/combinations.ts'
import type { FacetChoices } from './facet-choices.ts'
import type { Predicate } from './predicate.ts'
import type { TextHits } from './text-search.ts'

type ScannedColumns = Pick<ColumnSet, 'combination' | 'combinations' | 'failureSet' | 'vmSet'>

/** Which positions are looked at, and what they must pass. */
export interface ScanPlan {
  /** Positions in the order in which the matching ones are wanted. */
  readonly slice: Uint32Array
  /** Positions from here on were added later than the horizon. */
  readonly horizonPosition: number
  readonly choices: FacetChoices
  /** A text that is searched for. */
  readonly text: TextHits | undefined
  /** The filter in EM's language. */
  readonly filter: Predicate | undefined
}

export interface ScanResult {
  /** Positions that match, in the order of the slice. */
  readonly matching: Uint32Array
  /** How many of the slice are within the horizon. */
  readonly inRange: number
  /** How many match, but are beyond the horizon. */
  readonly beyond: number
  /**
   * For each combination how many sessions within the horizon pass all filters but perhaps one facet's
   * own: which one, its `failures` tell.
   */
  readonly counts: Uint32Array
  /** For each combination a bit of `facetBits` for each facet whose choice it is none of. */
  readonly failures: Uint8Array
}

/** Bits of the facets. */
export const facetBits = { health: 1, state: 2, result: 4, policy: 8, server: 16 } as const
export const facets = ['health', 'state', 'result', 'policy', 'server'] as const

/** One walk over the slice. `room`: where matching positions are noted meanwhile, as long as the slice. */
export function scan(
  { combination, combinations, failureSet, vmSet }: ScannedColumns,
  { slice, horizonPosition, choices, text, filter }: ScanPlan,
  room: Uint32Array,
): ScanResult {
  const failures = failuresOf(combinations, choices)
  const labelled = text && labelledOf(combinations, text.labels)
  const sets = text?.sets
  const named = text?.named ?? undefined
  const counts = new Uint32Array(failures.length)
  let found = 0
  let inRange = 0
  let beyond = 0
  for (let index = 0; index < slice.length; index += 1) {
    const position = slice[index] ?? 0
    const isWithin = position < horizonPosition
    if (isWithin) inRange += 1
    const number = combination[position] ?? 0
    const failed = failures[number] ?? 0
    // More than one bit: the session counts for no facet.
    if ((failed & (failed - 1)) !== 0) continue
    // Spelled out rather than called: it is asked of hundreds of thousands of sessions.
    if (
      labelled !== undefined &&
      sets !== undefined &&
      labelled[number] !== 1 &&
      sets[failureSet[position] ?? 0] !== 1 &&
      sets[vmSet[position] ?? 0] !== 1 &&
      (named === undefined || named[position] !== 1)
    ) {
      continue
    }
    if (filter !== undefined && !filter(position)) continue
    if (!isWithin) {
      if (failed === 0) beyond += 1
      continue
    }
    counts[number] = (counts[number] ?? 0) + 1
    if (failed === 0) {
      room[found] = position
      found += 1
    }
  }
  return { matching: room.slice(0, found), inRange, beyond, counts, failures }
}

/** Of each combination, whether the name of its policy or server contains the text. */
function labelledOf({ policy, server }: Combinations, labels: Uint8Array): Uint8Array {
  const labelled = new Uint8Array(policy.length)
  for (let number = 0; number < policy.length; number += 1) {
    labelled[number] = (labels[policy[number] ?? 0] ?? 0) | (labels[server[number] ?? 0] ?? 0)
  }
  return labelled
}

function failuresOf(combinations: Combinations, choices: FacetChoices): Uint8Array {
  const failures = new Uint8Array(combinations.count)
  for (const facet of facets) {
    const chosen = choices[facet]
    if (chosen === null) continue
    const ids = combinations[facet]
    const bit = facetBits[facet]
    for (let number = 0; number < ids.length; number += 1) {
      if (chosen[ids[number] ?? 0] !== 1) failures[number] = (failures[number] ?? 0) | bit
    }
  }
  return failures
}
