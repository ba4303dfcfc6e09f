import { wallPaths } from '@cdp-watch/contract'

/** Filters of Sessions, as the wall takes them; what is left out does not narrow. */
export type WallFilters = Readonly<Record<string, string | readonly string[] | undefined>>

/** No filter of what is: a wall shows how things are now, worst first. */
const passedOver: ReadonlySet<string> = new Set(['from', 'to', 'sort'])

/** The address of the wall that shows what is meant, without the range of time and the order. */
export function wallAddress(filters: WallFilters): string {
  const search = new URLSearchParams()
  for (const [key, values = []] of Object.entries(filters)) {
    if (passedOver.has(key)) continue
    for (const value of typeof values === 'string' ? [values] : values) search.append(key, value)
  }
  return search.size === 0 ? wallPaths.wall : `${wallPaths.wall}?${search}`
}
