import type { Neighbour, SessionDetail } from '@cdp-watch/contract'

/** The policy's sessions around the open one, oldest first, and where ← and → lead; null where there is none. */
export interface RecentWalk {
  readonly recent: readonly Neighbour[]
  readonly newer: string | null
  readonly older: string | null
}

/**
 * The row around a session. While its own answer is not there yet, the row that led to it stays, so
 * that walking along it does not make it blink. Undefined where neither has the session.
 */
export function walkOf(
  uid: string,
  own: SessionDetail | undefined,
  before: SessionDetail | undefined,
): RecentWalk | undefined {
  if (own) return own
  const at = before?.recent.findIndex((each) => each.uid === uid) ?? -1
  if (!before || at < 0) return undefined
  return {
    recent: before.recent,
    newer: before.recent[at + 1]?.uid ?? null,
    older: before.recent[at - 1]?.uid ?? null,
  }
}
