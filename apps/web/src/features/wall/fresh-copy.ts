import { wallPaths } from '@cdp-watch/contract'

/** Files that a page cannot do without: its scripts and styles, by their paths, in order. */
export function filesOf(html: string): readonly string[] {
  const found = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\/assets\/[^"]+)"/g)
  return [...new Set(Array.from(found, (match) => match[1] ?? ''))].toSorted()
}

/** `none`: the server does not have the page with all its files just now, so that a reload would end in an error page. */
export type FreshCopy = 'none' | 'same' | 'other'

/**
 * Fetches the wall's page and all its files anew, so that a reload is sure to find them. `shown` are
 * the files of the page that runs: with other ones the server has another version.
 */
export async function fetchFreshCopy(
  shown: readonly string[],
  signal: AbortSignal,
): Promise<FreshCopy> {
  const read = async (path: string) => {
    const response = await fetch(path, { cache: 'reload', signal }).catch(() => null)
    return response?.ok ? response.text().catch(() => null) : null
  }
  const html = await read(wallPaths.wall)
  const files = html === null ? [] : filesOf(html)
  if (files.length === 0) return 'none'
  const texts = await Promise.all(files.map(read))
  if (texts.includes(null)) return 'none'
  return files.join() === shown.join() ? 'same' : 'other'
}
