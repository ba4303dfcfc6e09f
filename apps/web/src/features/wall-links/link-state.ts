import type { WallLink } from '@cdp-watch/contract'

/** `shown`: a screen uses it now; `away`: one did; `unopened`: none ever has. */
export type LinkState = 'shown' | 'away' | 'unopened' | 'revoked'

/** A screen that shows the wall is noted each minute; one that was not for longer than this is away. */
const awayMs = 150_000

/** How a link stands; `now` by the server's clock, milliseconds since 1970. */
export function stateOf(link: WallLink, now: number): LinkState {
  if (link.revokedUTC !== null) return 'revoked'
  if (link.lastSeenUTC === null) return 'unopened'
  return now - Date.parse(link.lastSeenUTC) < awayMs ? 'shown' : 'away'
}

export const stateWords: Record<LinkState, string> = {
  shown: 'On a screen now',
  away: 'Not on a screen now',
  unopened: 'Not opened yet',
  revoked: 'Revoked',
}

/** Links that are good first, each kind as the server has them: newest first. */
export function goodFirst(links: readonly WallLink[]): readonly WallLink[] {
  return links.toSorted((a, b) => Number(a.revokedUTC !== null) - Number(b.revokedUTC !== null))
}
