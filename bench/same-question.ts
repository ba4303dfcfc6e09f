import type { RunningSimulator } from '../e2e/servers.ts'
import { logOn } from './live-routes.ts'
import { ask, createAgents } from './load.ts'
import type { Narrowing } from './questions.ts'

const pageSize = 500

/** What is read of a session of EM; the simulator writes names in camel case. */
interface Row {
  uid: string
  policyUid: string
  policyName: string
  state: string
  result: string
  failureMessage: string | null
}

/** How a question was answered without the index. */
export interface DirectAnswer {
  ms: number
  rows: number
  pages: number
  total: number
}

type Counts = Map<string, number>

/**
 * What the client wants to know: `facets` needs all sessions of the range, since values are counted
 * under all filters but their own; for the `total` alone Enterprise Manager filters by what it can.
 */
export type Wanted = 'facets' | 'total'

/**
 * Asks the simulator as a client without an index must, page by page; what Enterprise Manager cannot
 * filter by is looked for in the rows. Rejects where it is not answered.
 */
export async function askDirectly(
  simulator: RunningSimulator,
  narrowing: Narrowing,
  wanted: Wanted,
): Promise<DirectAnswer> {
  const headers = {
    accept: 'application/json',
    'x-restsvcsessionid': await logOn(simulator),
  }
  const agents = createAgents(1)
  const counts = { state: new Map(), result: new Map(), policy: new Map() }
  const begun = performance.now()
  let rows = 0
  let total = 0
  let pages = 1
  try {
    for (let page = 1; page <= pages; page += 1) {
      const url = new URL(`${simulator.url}${pathOf(narrowing, wanted, page)}`)
      const { status, body } = await ask(agents, { url, headers })
      if (status !== 200) throw new Error(`the simulator answered ${url.search} with ${status}`)
      const answer = JSON.parse(body.toString('utf8'))
      pages = answer.pagingInfo.pagesCount
      const found: Row[] = answer.entities.cdpReplicaSessions.cdpReplicaSessions
      rows += found.length
      for (const row of found) total += countRow(row, narrowing, counts)
    }
    return { ms: performance.now() - begun, rows, pages, total }
  } finally {
    agents.close()
  }
}

function pathOf(narrowing: Narrowing, wanted: Wanted, page: number): string {
  const { from, to, result, policyUid } = narrowing
  const either = (field: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`(${values.map((value) => `${field}=="${value}"`).join()})`]
  const conditions = [
    `CreationTimeUTC>="${from}"`,
    ...(to === undefined ? [] : [`CreationTimeUTC<"${to}"`]),
    ...(wanted === 'total' ? [...either('Result', result), ...either('PolicyUid', policyUid)] : []),
  ]
  const filter = encodeURIComponent(conditions.join(';'))
  return `/api/query?type=CdpReplicaSession&format=Entities&filter=${filter}&sortDesc=CreationTimeUTC&pageSize=${pageSize}&page=${page}`
}

/** Counts the row in each facet whose other filters it passes; 1 where it passes all, else 0. */
function countRow(
  row: Row,
  { result, policyUid, q }: Narrowing,
  counts: { state: Counts; result: Counts; policy: Counts },
): number {
  const text = `${row.failureMessage ?? ''}\n${row.policyName}`.toLowerCase()
  if (q !== '' && !text.includes(q.toLowerCase())) return 0
  const isResult = result.length === 0 || result.includes(row.result)
  const isPolicy = policyUid.length === 0 || policyUid.includes(row.policyUid)
  if (isPolicy) count(counts.result, row.result)
  if (isResult) count(counts.policy, row.policyUid)
  if (!isPolicy || !isResult) return 0
  count(counts.state, row.state)
  return 1
}

function count(counts: Counts, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}
