import { wallPaths } from '@cdp-watch/contract'

/** Filters of Sessions, as the wall takes them; what is left out does not narrow. */
export type WallFilters = Readonly<Record<string, string | readonly string[] | undefined>>

/** No filter of what is: a wall shows how things are now, worst first. */
const passedOver: ReadonlySet<string> = new Set(['from', 'to', 'sort'])

/** The address of the wall that shows what is meant, without the range of time and the order. */
export function wallAddress(filters: WallFilters): string {
  const query = wallQuery(filters)
  return query === '' ? wallPaths.wall : `${wallPaths.wall}?${query}`
}

/** The page on which a wall link is made for a screen that shows what is meant. */
export function wallLinkAddress(filters: WallFilters): string {
  return `/wall-links?${new URLSearchParams({ show: wallQuery(filters) })}`
}

/** What a wall does not hold of a page, in a sentence; `leftOut`: what narrows the page besides its range. */
export function leftOutWords(leftOut: readonly string[]): string {
  const now = 'A wall shows how policies are now, whatever range of time is chosen here.'
  if (leftOut.length === 0) return now
  return `${now} It cannot hold ${leftOut.join(' and ')}, and leaves ${leftOut.length > 1 ? 'them' : 'that'} out.`
}

function wallQuery(filters: WallFilters): string {
  const search = new URLSearchParams()
  for (const [key, values = []] of Object.entries(filters)) {
    if (passedOver.has(key)) continue
    for (const value of typeof values === 'string' ? [values] : values) search.append(key, value)
  }
  return search.toString()
}
