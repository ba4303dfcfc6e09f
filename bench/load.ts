import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** One way to ask for the same page. */
export interface Route {
  name: string
  url: URL
  headers: Readonly<Record<string, string>>
}

export interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

/** What one round of requests took. */
export interface Round {
  /** Milliseconds of each request, from sending it to the last byte of its answer. */
  latenciesMs: readonly number[]
  /** Requests per second of them all together. */
  throughput: number
}

/** Connections that are kept open, as the BFF keeps its own. The simulator's certificate is its own. */
export function createAgents(connections: number) {
  const options = { keepAlive: true, maxSockets: connections, rejectUnauthorized: false }
  const http = new HttpAgent(options)
  const https = new HttpsAgent(options)
  const close = () => {
    http.destroy()
    https.destroy()
  }
  return { http, https, close }
}
type Agents = ReturnType<typeof createAgents>

/** Sends one request and reads all of its answer. Rejects where the connection fails. */
export function ask(
  agents: Agents,
  { url, headers }: Pick<Route, 'url' | 'headers'>,
  method = 'GET',
): Promise<Answer> {
  const secure = url.protocol === 'https:'
  const send = secure ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      { method, headers, agent: secure ? agents.https : agents.http },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const body = Buffer.concat(chunks)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
        })
      },
    )
    call.on('error', reject)
    call.end()
  })
}

/**
 * Sends so many requests, so many at a time, over connections of its own: kept from an earlier
 * round, they may have been closed for idleness. Opening them is not measured. Rejects on any
 * answer but 200: a failed answer is a fast one.
 */
export async function runRound(
  route: Route,
  { requests, atATime }: { requests: number; atATime: number },
): Promise<Round> {
  const agents = createAgents(atATime)
  const latenciesMs: number[] = []
  const askOnce = async () => {
    const { status, body } = await ask(agents, route)
    if (status !== 200) {
      throw new Error(`${route.name} answered ${status}: ${body.toString('utf8', 0, 300)}`)
    }
  }
  let sent = 0
  const client = async () => {
    while (sent < requests) {
      sent += 1
      const begun = performance.now()
      await askOnce()
      latenciesMs.push(performance.now() - begun)
    }
  }
  try {
    await Promise.all(Array.from({ length: atATime }, askOnce))
    const begun = performance.now()
    await Promise.all(Array.from({ length: atATime }, client))
    return { latenciesMs, throughput: requests / ((performance.now() - begun) / 1000) }
  } finally {
    agents.close()
  }
}
