import { countOf, formatCount } from '../../ui/format-count.ts'

/** What of EM's rows is on the page. EM counts pages, not rows, so the whole is known only at the end. */
export function rowsShown(
  shown: number,
  page: { number: number; size: number; count: number },
): string {
  if (page.number < page.count)
    return `${countOf(shown, 'session')} of at most ${formatCount(page.count * page.size)}`
  return shown === 0 ? 'No sessions' : `All ${countOf(shown, 'session')}`
}
