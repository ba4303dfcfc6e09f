import type { SessionColumns } from '../columns/session-columns.ts'

/** Numbers (`seq`) of the sessions that were first and last seen of those that are looked at. */
export interface SeqRange {
  readonly first: number
  readonly last: number
}

/** The range of the sessions at these positions. */
export function seqRange({ seq }: Pick<SessionColumns, 'seq'>, positions: Uint32Array): SeqRange {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? 0
    if (position < first) first = position
    if (position > last) last = position
  }
  return { first: seq[first] ?? 0, last: seq[last] ?? -1 }
}
