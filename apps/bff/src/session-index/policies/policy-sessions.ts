import type { SessionColumns } from '../columns/session-columns.ts'
import { dayMs } from './duration.ts'

/** The sessions of one policy by their number, from 0, oldest first. Times are ms since 1970. */
export class PolicySessions {
  readonly #columns: SessionColumns
  readonly #positions: Uint32Array
  readonly count: number

  constructor(columns: SessionColumns, positions: Uint32Array) {
    this.#columns = columns
    this.#positions = positions
    this.count = positions.length
  }

  /** Position in the columns. */
  position(number: number): number {
    return this.#positions[number] ?? -1
  }

  began(number: number): number {
    return this.#columns.created[this.position(number)] ?? Number.NaN
  }

  /** Infinity while it is active. One that is gone without an end is taken to have had its 24 hours. */
  ended(number: number): number {
    if (this.isActive(number)) return Number.POSITIVE_INFINITY
    const ended = this.#columns.ended[this.position(number)] ?? Number.NaN
    return Number.isNaN(ended) ? this.began(number) + dayMs : ended
  }

  /** Position in `healths` of the contract. */
  health(number: number): number {
    return this.#columns.health[this.position(number)] ?? Number.NaN
  }

  isActive(number: number): boolean {
    return this.#columns.isActive[this.position(number)] === 1
  }
}

/**
 * The sessions of each group, by the number of the group; groups without any may be left out at the end.
 *
 * @param groupOf the number of the group of a policy's label, from 0; -1: of none. Asked once for each label.
 */
export function groupSessions(
  columns: SessionColumns,
  groupOf: (label: number) => number,
): PolicySessions[] {
  const { byStart, policy } = columns
  const groupOfLabel: number[] = []
  const groups = new Int32Array(byStart.length)
  const counts: number[] = []
  for (let index = 0; index < byStart.length; index += 1) {
    const label = policy[byStart[index] ?? 0] ?? 0
    let group = groupOfLabel[label]
    if (group === undefined) {
      group = groupOf(label)
      groupOfLabel[label] = group
      while (counts.length <= group) counts.push(0)
    }
    groups[index] = group
    if (group >= 0) counts[group] = (counts[group] ?? 0) + 1
  }
  const ends = new Uint32Array(counts.length)
  let end = 0
  counts.forEach((_, group) => {
    ends[group] = end
    end += counts[group] ?? 0
  })
  const positions = new Uint32Array(end)
  for (let index = 0; index < byStart.length; index += 1) {
    const group = groups[index] ?? -1
    if (group < 0) continue
    const at = ends[group] ?? 0
    positions[at] = byStart[index] ?? 0
    ends[group] = at + 1
  }
  return counts.map((count, group) => {
    const to = ends[group] ?? 0
    return new PolicySessions(columns, positions.subarray(to - count, to))
  })
}
