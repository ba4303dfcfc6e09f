import type { SessionColumns } from '../columns/session-columns.ts'
import { dayMs } from '../policies/duration.ts'

/**
 * When the session at a position ended, ms since 1970: infinite while it works. One that is gone
 * without an end is taken to have had its 24 hours.
 */
export function sessionEnd(
  { created, ended, isActive }: Pick<SessionColumns, 'created' | 'ended' | 'isActive'>,
  position: number,
): number {
  if (isActive[position] === 1) return Number.POSITIVE_INFINITY
  const end = ended[position] ?? Number.NaN
  return Number.isNaN(end) ? (created[position] ?? 0) + dayMs : end
}

/** Until when what failed in it was seen, ms since 1970: until EM was last read, while it works. */
export function seenUntil(
  columns: Pick<SessionColumns, 'created' | 'ended' | 'isActive'>,
  position: number,
  readAtEm: number | null,
): number {
  const end = sessionEnd(columns, position)
  return end < Number.POSITIVE_INFINITY
    ? end
    : Math.max(columns.created[position] ?? 0, readAtEm ?? 0)
}
