/** Absolute address of the page of a group of failures, for tickets and colleagues. */
export function groupLink(id: string): string {
  return `${window.location.origin}/failures/${encodeURIComponent(id)}`
}
