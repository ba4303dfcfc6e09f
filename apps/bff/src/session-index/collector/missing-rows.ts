import type { Rows } from './em-rows.ts'

/** UIDs a request takes, of rows that are looked for by their own. */
const uidsARequest = 60
const requestsARound = 20

/** Rows looked for by UID: how, and whether those are all of them. */
interface Search {
  readonly by: { readonly field: 'Id'; readonly uids: readonly string[]; readonly most: number }
  readonly isWhole: boolean
}

/**
 * Looks for rows that are known and were not answered. After a long time there can be thousands: then
 * the rest is left to the next round.
 */
export function searchFor(
  known: readonly string[],
  answered: Rows<'CdpReplicaSession' | 'CdpReplicaTaskSession'>,
): Search {
  const found = new Set(answered.items.map(({ uid }) => uid))
  const missing = known.filter((uid) => !found.has(uid))
  const uids = missing.slice(0, uidsARequest * requestsARound)
  return {
    by: { field: 'Id', uids, most: uidsARequest },
    isWhole: uids.length === missing.length,
  }
}

/**
 * Those of the UIDs that EM does not have any more. A row that is there but cannot be read is not gone;
 * where EM gave one of which not even the UID can be read, nobody knows which it is, and none is.
 */
export function goneOf(
  uids: readonly string[],
  { items, leftOut }: Rows<'CdpReplicaSession' | 'CdpReplicaTaskSession'>,
): string[] {
  if (leftOut.has(null)) return []
  const there = new Set<string | null>(leftOut)
  for (const { uid } of items) there.add(uid)
  return uids.filter((uid) => !there.has(uid))
}
