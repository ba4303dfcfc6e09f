/** Absolute address of one session's page, for tickets and colleagues. */
export function sessionLink(uid: string): string {
  return `${window.location.origin}/sessions/${encodeURIComponent(uid)}`
}
