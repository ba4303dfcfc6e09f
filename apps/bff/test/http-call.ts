import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface Called {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
  /** The body as JSON; throws where it is none. */
  json(): unknown
}

interface CallOptions {
  method?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
  /** Left out: a connection of its own. */
  agent?: Agent
}

/**
 * One HTTP request whose path is sent exactly as given, which `fetch` would tidy up. Rejects where
 * the answer is cut off.
 */
export async function call(
  origin: string,
  path: string,
  options: CallOptions = {},
): Promise<Called> {
  const answer = await begin(origin, path, options)
  const bytes = await buffer(answer)
  const text = bytes.toString('utf8')
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes,
    text,
    json: () => JSON.parse(text),
  }
}

/** The same, as far as the head of the answer. */
export function begin(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body, signal, agent }: CallOptions = {},
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        headers,
        agent: agent ?? false,
        ...(signal ? { signal } : {}),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The path of a live query with these parameters. */
export function livePath(parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  return `/api/em/query?${pairs.join('&')}`
}
