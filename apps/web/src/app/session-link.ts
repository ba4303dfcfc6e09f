/** Absolute address of one session's page, for tickets and colleagues. */
export function sessionLink(uid: string): string {
  return new URL(`/sessions/${encodeURIComponent(uid)}`, window.location.origin).href
}
