import type { APIRequestContext } from '@playwright/test'

/** What the tests look at of a session, named as the BFF names it. */
export interface EmSession {
  uid: string
  policyName: string
  backupServerName: string | null
  creationTimeUTC: string
  endTimeUTC: string | null
  state: string
  result: string
  failureMessage: string | null
}

/** What the tests look at of a task. */
export interface EmTask {
  uid: string
  policySessionUid: string
  vmDisplayName: string
  creationTimeUTC: string
  endTimeUTC: string | null
  state: string
  result: string
  reason: string | null
  totalSize: number | null
}

/** Sessions that match, newest first, at most `most` of them. */
export async function askSessions(
  request: APIRequestContext,
  filter: string,
  most = 200,
): Promise<EmSession[]> {
  const params = { type: 'CdpReplicaSession', filter, pageSize: most }
  const answer = await request.get('/api/em/query', { params })
  if (!answer.ok()) throw new Error(`${filter}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()).items
}

/** All sessions that match, newest first. */
export function askAllSessions(request: APIRequestContext, filter: string): Promise<EmSession[]> {
  return askAll(request, 'CdpReplicaSession', filter)
}

/** All tasks that match, newest first. */
export function askTasks(request: APIRequestContext, filter: string): Promise<EmTask[]> {
  return askAll(request, 'CdpReplicaTaskSession', filter)
}

async function askAll<T>(request: APIRequestContext, type: string, filter: string): Promise<T[]> {
  const rows: T[] = []
  for (let page = 1, count = 1; page <= count; page += 1) {
    const params = { type, filter, pageSize: 500, page }
    const answer = await request.get('/api/em/query', { params })
    if (!answer.ok()) throw new Error(`${filter}: ${answer.status()} ${await answer.text()}`)
    const body = await answer.json()
    count = body.page.count
    rows.push(...body.items)
  }
  return rows
}

/** The tasks of a session. */
export function askTasksOf(request: APIRequestContext, session: EmSession): Promise<EmTask[]> {
  return askTasks(request, `PolicySessionUid=="${session.uid}"`)
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

/** A condition on texts that begin like this; the simulator compares them by code units. */
export function beginsWith(field: string, start: string): string {
  return `${field}>=${quoted(start)};${field}<${quoted(`${start}\u{10FFFD}`)}`
}

/** What the test is about; the simulator's data must hold it. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the simulator has no such row')
  return value
}
