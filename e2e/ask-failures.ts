import type { APIRequestContext } from '@playwright/test'

/** What the tests look at of a group of failures. */
export interface AskedGroup {
  id: string
  template: string
  sample: string
  severity: string
  status: string
  counts: { sessions: number; vms: number; policies: number; backupServers: number }
  firstSeenUTC: string
  lastSeenUTC: string
  changedUTC: string
}

interface AskedFailures {
  items: AskedGroup[]
  total: number
  sessions: number
}

/** The month that the page shows where its address names no range, by the clock of the servers. */
export function usualFrom(clockOffsetMs: number): string {
  const monthMs = 30 * 86_400_000
  return new Date(Date.now() + clockOffsetMs - monthMs).toISOString()
}

/** Groups of failures as the server has them. */
export async function askFailures(
  request: APIRequestContext,
  params: Readonly<Record<string, string>>,
): Promise<AskedFailures> {
  const answer = await request.get('/api/failures', { params: { limit: '1000', ...params } })
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return answer.json()
}
