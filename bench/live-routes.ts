import type { RunningBff, RunningSimulator } from '../e2e/servers.ts'
import { ask, createAgents, type Route } from './load.ts'

const type = 'CdpReplicaSession'
const sort = 'sortDesc=CreationTimeUTC'
const page = `pageSize=500&page=1`

/**
 * The three ways to one page of 500 sessions, newest first: directly from the simulator, through
 * the BFF as it is, through the BFF shaped. Throws an Error where one of them does not give 500 rows.
 */
export async function openLiveRoutes(
  simulator: RunningSimulator,
  bff: RunningBff,
): Promise<{ direct: Route; raw: Route; shaped: Route }> {
  const agents = createAgents(1)
  try {
    const direct = {
      name: 'simulator, directly',
      url: new URL(`${simulator.url}/api/query?type=${type}&format=Entities&${sort}&${page}`),
      headers: { accept: 'application/json', 'x-restsvcsessionid': await logOn(simulator) },
    }
    const live = `${bff.url}/api/em/query?type=${type}&${sort}&${page}`
    const raw = { name: 'BFF, raw', url: new URL(`${live}&raw=true`), headers: {} }
    const shaped = { name: 'BFF, shaped', url: new URL(live), headers: {} }
    const bodies = [direct, raw, shaped].map(async (route) => {
      const answer = await ask(agents, route)
      const { status } = answer
      const body = answer.body.toString('utf8')
      const rows = body.match(/"creationTimeUTC":/gi)?.length ?? 0
      if (status !== 200 || rows !== 500) {
        throw new Error(`${route.name} gave ${rows} rows (${status}): ${body.slice(0, 300)}`)
      }
      return body
    })
    const [fromSimulator, passedOn] = await Promise.all(bodies)
    if (fromSimulator?.length !== passedOn?.length) {
      throw new Error('the BFF passes on something else than what the simulator answers')
    }
    return { direct, raw, shaped }
  } finally {
    agents.close()
  }
}

/** Logs on as the simulator announced; the token. Rejects where it gives none. */
export async function logOn({ url, username, password }: RunningSimulator): Promise<string> {
  const agents = createAgents(1)
  try {
    const basic = Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
    const logon = {
      url: new URL(`${url}/api/sessionMngr/?v=latest`),
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/json',
        'content-length': '0',
      },
    }
    const { status, headers } = await ask(agents, logon, 'POST')
    const token = headers['x-restsvcsessionid']
    if (typeof token === 'string') return token
    throw new Error(`the simulator answered the logon with ${status} and no token`)
  } finally {
    agents.close()
  }
}
