import type { ColumnSet } from '../columns/column-set.ts'
import type { Combinations } from '../columns/combinations.ts'
import type { FacetChoices } from './facet-choices.ts'
import type { Predicate } from './predicate.ts'
import type { TextHits } from './text-search.ts'

type ScannedColumns = Pick<
  ColumnSet,
  'count' | 'combination' | 'combinations' | 'failureSet' | 'vmSet'
>

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
   * For each combination how many sessions within the horizon pass all filters but those of facets: which
   * of these it fails, `failures` tell. Where it fails several, they may be fewer.
   */
  readonly counts: Uint32Array
  /** For each combination a bit of `facetBits` for each facet whose choice it is none of. */
  readonly failures: Uint8Array
}

/** Bits of the facets. */
export const facetBits = { health: 1, state: 2, result: 4, policy: 8, server: 16 } as const
export const facets = ['health', 'state', 'result', 'policy', 'server'] as const

/**
 * Looks at the slice. `room`: where positions are noted meanwhile, at least as long as the slice.
 *
 * Step by step, each a short loop without branches: of hundreds of thousands of sessions nobody can
 * foresee which match, and a loop over few arrays keeps them all in registers. Together they take a
 * third of the time of one loop that does everything.
 */
export function scan(
  columns: ScannedColumns,
  { slice, horizonPosition, choices, text, filter }: ScanPlan,
  room: Uint32Array,
): ScanResult {
  const { combination, combinations } = columns
  const failures = failuresOf(combinations, choices)
  const keep = (positions: Uint32Array) => {
    const hits = text === undefined ? positions : keepHits(positions, columns, text, room)
    if (filter === undefined) return hits
    // More than one bit: the session counts for no facet.
    return keepPassing(hits, room, (position) => {
      const failed = failures[combination[position] ?? 0] ?? 0
      return (failed & (failed - 1)) === 0 && filter(position)
    })
  }
  const isAllWithin = horizonPosition >= columns.count
  const isPassing = isZero(failures)
  const later = isAllWithin
    ? none
    : keepPassing(slice, room, (position) => position >= horizonPosition).slice()
  const beyond = keepMatching(keep(later), combination, isPassing, room).length
  const within = isAllWithin
    ? slice
    : keepPassing(slice, room, (position) => position < horizonPosition)
  const inRange = within.length
  const counted = keep(within)
  const counts = countCombinations(counted, combination, failures.length)
  const matching = keepMatching(counted, combination, isPassing, room).slice()
  return { matching, inRange, beyond, counts, failures }
}

const none = new Uint32Array()

/** Those that pass, noted in `room`, in which they may be already. */
function keepPassing(positions: Uint32Array, room: Uint32Array, passes: Predicate): Uint32Array {
  let found = 0
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? 0
    if (!passes(position)) continue
    room[found] = position
    found += 1
  }
  return room.subarray(0, found)
}

/** Those that contain the text, noted in `room`, in which they may be already. */
function keepHits(
  positions: Uint32Array,
  { combination, combinations, failureSet, vmSet }: ScannedColumns,
  { sets, labels, named }: TextHits,
  room: Uint32Array,
): Uint32Array {
  const labelled = labelledOf(combinations, labels)
  if (named !== null) {
    return keepPassing(
      positions,
      room,
      (position) =>
        named[position] === 1 ||
        labelled[combination[position] ?? 0] === 1 ||
        sets[failureSet[position] ?? 0] === 1 ||
        sets[vmSet[position] ?? 0] === 1,
    )
  }
  // The same without names, which hardly any text is found in: one array more would double the time.
  let found = 0
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? 0
    // Written over by the next one unless it counts.
    room[found] = position
    found +=
      (labelled[combination[position] ?? 0] ?? 0) |
      (sets[failureSet[position] ?? 0] ?? 0) |
      (sets[vmSet[position] ?? 0] ?? 0)
  }
  return room.subarray(0, found)
}

/** Those whose combination is passing, noted in `room`, in which they may be already. */
function keepMatching(
  positions: Uint32Array,
  combination: Uint32Array,
  isPassing: Uint8Array,
  room: Uint32Array,
): Uint32Array {
  let found = 0
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? 0
    room[found] = position
    found += isPassing[combination[position] ?? 0] ?? 0
  }
  return room.subarray(0, found)
}

function countCombinations(
  positions: Uint32Array,
  combination: Uint32Array,
  size: number,
): Uint32Array {
  const counts = new Uint32Array(size)
  for (let index = 0; index < positions.length; index += 1) {
    const number = combination[positions[index] ?? 0] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
  }
  return counts
}

/** 1 where a value is 0, else 0. */
function isZero(values: Uint8Array): Uint8Array {
  const zeros = new Uint8Array(values.length)
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] === 0) zeros[index] = 1
  }
  return zeros
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
