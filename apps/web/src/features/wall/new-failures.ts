import type { Overview } from '@cdp-watch/contract'

/** Whether a policy has failed that had not before. A first picture brings no news. */
export function hasNewFailure(before: Overview | null, now: Overview): boolean {
  if (before === null) return false
  const failed = (overview: Overview) =>
    overview.tiles.filter(({ health }) => health === 'failed').map(({ uid }) => uid)
  const known = new Set(failed(before))
  // Tiles are cut; the count tells of those beyond.
  return failed(now).some((uid) => !known.has(uid)) || now.counts.failed > before.counts.failed
}
