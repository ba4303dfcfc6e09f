import type { FailureGroups } from '../columns/failure-groups.ts'
import type { SessionColumns } from '../columns/session-columns.ts'

/** Sessions by the groups of failures that they have. */
export interface SessionsByGroup {
  /** Groups that have any, by number. */
  readonly groups: readonly number[]
  /** Positions of the sessions of a group, in the order in which they were given. */
  of(group: number): Uint32Array
}

/** Sorts the sessions at these positions by group; one that has several is in each. */
export function sessionsByGroup(
  { failureSet }: Pick<SessionColumns, 'failureSet'>,
  failureGroups: Pick<FailureGroups, 'ofSet' | 'newest'>,
  positions: Uint32Array,
): SessionsByGroup {
  const failing = positions.filter((position) => (failureSet[position] ?? 0) > 0)
  /** Where group `i` begins is at `i + 1`, until that is moved on to where it ends. */
  const ends = new Uint32Array(failureGroups.newest + 2)
  for (const position of failing) {
    for (const group of failureGroups.ofSet(failureSet[position] ?? 0)) {
      ends[group + 1] = (ends[group + 1] ?? 0) + 1
    }
  }
  const groups: number[] = []
  ends.forEach((count, index) => {
    if (count > 0) groups.push(index - 1)
    ends[index] = count + (ends[index - 1] ?? 0)
  })
  const sorted = new Uint32Array(ends.at(-1) ?? 0)
  for (const position of failing) {
    for (const group of failureGroups.ofSet(failureSet[position] ?? 0)) {
      const at = ends[group] ?? 0
      sorted[at] = position
      ends[group] = at + 1
    }
  }
  return { groups, of: (group) => sorted.subarray(ends[group - 1] ?? 0, ends[group] ?? 0) }
}
