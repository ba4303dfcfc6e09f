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
  failureGroups: Pick<FailureGroups, 'eachOfSet' | 'newest'>,
  positions: Uint32Array,
): SessionsByGroup {
  /** Where group `i` begins is at `i + 1`, until that is moved on to where it ends. */
  const ends = new Uint32Array(failureGroups.newest + 2)
  const count = (group: number) => {
    ends[group + 1] = (ends[group + 1] ?? 0) + 1
  }
  for (let index = 0; index < positions.length; index += 1) {
    const set = failureSet[positions[index] ?? 0] ?? 0
    if (set > 0) failureGroups.eachOfSet(set, count)
  }
  const groups: number[] = []
  ends.forEach((count, index) => {
    if (count > 0) groups.push(index - 1)
    ends[index] = count + (ends[index - 1] ?? 0)
  })
  const sorted = new Uint32Array(ends.at(-1) ?? 0)
  let position = 0
  const put = (group: number) => {
    const at = ends[group] ?? 0
    sorted[at] = position
    ends[group] = at + 1
  }
  for (let index = 0; index < positions.length; index += 1) {
    position = positions[index] ?? 0
    const set = failureSet[position] ?? 0
    if (set > 0) failureGroups.eachOfSet(set, put)
  }
  return { groups, of: (group) => sorted.subarray(ends[group - 1] ?? 0, ends[group] ?? 0) }
}
