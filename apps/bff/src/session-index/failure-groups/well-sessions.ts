import { healths } from '@cdp-watch/contract'
import type { SessionColumns } from '../columns/session-columns.ts'
import type { FirstWell } from './course.ts'
import { sessionEnd } from './session-end.ts'

const ok = healths.indexOf('ok')

/**
 * Finds the sessions of policies that are well. A policy goes by the identity of its label.
 *
 * @param identities by id of label
 */
export function createFirstWell(columns: SessionColumns, identities: readonly number[]): FirstWell {
  const { byStart, created, health, policy } = columns
  const times = { created, ended: columns.ended, isActive: columns.isActive }
  const starts = new Uint32Array(identities.length + 2)
  const identityAt = (position: number) => identities[policy[position] ?? 0] ?? 0
  for (let index = 0; index < byStart.length; index += 1) {
    const position = byStart[index] ?? 0
    if (health[position] !== ok) continue
    const next = identityAt(position) + 2
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let identity = 2; identity < starts.length; identity += 1) {
    starts[identity] = (starts[identity] ?? 0) + (starts[identity - 1] ?? 0)
  }
  const positions = new Uint32Array(starts.at(-1) ?? 0)
  for (let index = 0; index < byStart.length; index += 1) {
    const position = byStart[index] ?? 0
    if (health[position] !== ok) continue
    const slot = identityAt(position) + 1
    const at = starts[slot] ?? 0
    positions[at] = position
    starts[slot] = at + 1
  }
  return (identity, beganAfter, thereAfter) => {
    const end = starts[identity + 1] ?? 0
    let index = firstBegunAfter(positions, created, starts[identity] ?? 0, end, beganAfter)
    for (; index < end; index += 1) {
      const position = positions[index] ?? 0
      if (sessionEnd(times, position) > thereAfter) return created[position] ?? 0
    }
    return Number.POSITIVE_INFINITY
  }
}

function firstBegunAfter(
  positions: Uint32Array,
  created: Float64Array,
  start: number,
  end: number,
  time: number,
): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((created[positions[middle] ?? 0] ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low
}
