import type { Overview } from '@cdp-watch/contract'

/** Two of EM's own collections, which come every 15 minutes unless somebody has changed that. */
const collectionSeconds = 30 * 60

/** After how many seconds what the index has is to be called old, where EM is asked every `pollSeconds`: after two polls. */
export function staleAfter(pollSeconds: number): Overview['staleAfterSeconds'] {
  return { index: 2 * pollSeconds, collection: collectionSeconds }
}
