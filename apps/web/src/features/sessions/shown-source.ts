import type { Freshness } from '@cdp-watch/contract'
import type { Source } from './sessions-search.ts'

/** The first fill of the index: `share` of 0 to 1, and how far back it has come. */
export interface Filling {
  share: number
  reachedUTC: string | null
}

/** Which source is shown, and why where it is not the one that was asked for. */
export type ShownSource =
  | { kind: 'waiting' }
  | { kind: 'index'; filling: Filling | undefined }
  | { kind: 'live'; because: 'chosen' }
  | { kind: 'live'; because: 'filling'; filling: Filling }

/**
 * The source to show. The index, unless it was not asked for or is being filled and has not come as far
 * back as `from` (ISO 8601 UTC; undefined: the beginning). `freshness` undefined: not known yet;
 * 'failed': it could not be asked, so the index's own answer is to tell.
 */
export function shownSource(
  wanted: Source | undefined,
  freshness: Freshness | undefined | 'failed',
  from: string | undefined,
): ShownSource {
  if (wanted === 'live') return { kind: 'live', because: 'chosen' }
  if (freshness === undefined) return { kind: 'waiting' }
  const progress = freshness === 'failed' ? null : freshness.index.progress
  if (progress === null) return { kind: 'index', filling: undefined }
  const { share, reachedUTC } = progress
  const filling = { share, reachedUTC }
  const isCovered =
    reachedUTC !== null && from !== undefined && Date.parse(reachedUTC) <= Date.parse(from)
  return isCovered ? { kind: 'index', filling } : { kind: 'live', because: 'filling', filling }
}
