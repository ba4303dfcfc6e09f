/** Absolute address of the page of a group of failures with all that is kept of it. */
export function groupLink(id: string): string {
  return `${window.location.origin}/failures/${encodeURIComponent(id)}?range=all`
}
