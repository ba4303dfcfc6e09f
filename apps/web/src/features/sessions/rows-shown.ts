/** What of EM's rows is on the page. EM counts pages, not rows, so the whole is known only at the end. */
export function rowsShown(
  shown: number,
  page: { number: number; size: number; count: number },
): string {
  const number = (n: number) => n.toLocaleString('en-GB').replaceAll(',', '\u202f')
  const sessions = (n: number) => `${number(n)} ${n === 1 ? 'session' : 'sessions'}`
  if (page.number >= page.count) return shown === 0 ? 'No sessions' : `All ${sessions(shown)}`
  return `${sessions(shown)} of at most ${number(page.count * page.size)}`
}
