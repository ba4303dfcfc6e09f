import type { WallTheme } from '../../ui/wall-themes.ts'

/**
 * What is to be opened on the screen: the address of its link with the wall's options behind it.
 *
 * @param shown filters as the query of a wall has them, `health=failed&q=vdi`; empty: all policies
 */
export function screenAddress(url: string, theme: WallTheme, shown: string): string {
  const search = new URLSearchParams(shown)
  // Dark is what a wall is without the option.
  if (theme !== 'dark') search.set('theme', theme)
  return search.size === 0 ? url : `${url}?${search}`
}
