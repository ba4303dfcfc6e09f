import type { IncomingHttpHeaders } from 'node:http'

/** A request to /api as it came in. */
export interface LoggedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The status of the answer; null while there is none, and where the connection was cut instead. */
  status: number | null
}

const kept = 1000

/** "query CdpReplicaSession", "POST sessionMngr", "GET cdpPolicies": what a request is counted as. */
function kindOf(method: string, url: string): string {
  const [path = '', query = ''] = url.split('?', 2)
  const resource = path.split('/').filter(Boolean)[1] ?? 'root'
  if (resource.toLowerCase() !== 'query') return `${method} ${resource}`
  return `query ${/(?:^|&)type=(\w+)/i.exec(query)?.[1] ?? ''}`
}

/** Header values as text. Of credentials only the scheme is kept. */
function recorded(headers: IncomingHttpHeaders): Record<string, string> {
  const record: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    record[name] = name === 'authorization' ? `${text.split(' ')[0]} (not recorded)` : text
  }
  return record
}

/** The requests to /api since the start or the last clearing: how many, and the last 1 000 of them. */
export class RequestLog {
  total = 0
  cookiesSeen = 0
  logons = 0
  maxConcurrent = 0
  readonly byKind = new Map<string, number>()
  #requests: LoggedRequest[] = []
  #concurrent = 0

  /** Records a request that has come in; the entry's status is set later. */
  begin(method: string, url: string, headers: IncomingHttpHeaders): LoggedRequest {
    const entry: LoggedRequest = { method, url, headers: recorded(headers), status: null }
    const kind = kindOf(method, url)
    this.total += 1
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1)
    if (headers.cookie !== undefined) this.cookiesSeen += 1
    this.#requests.push(entry)
    if (this.#requests.length > kept) this.#requests.shift()
    this.#concurrent += 1
    this.maxConcurrent = Math.max(this.maxConcurrent, this.#concurrent)
    return entry
  }

  /** Records that a request is over. */
  end(): void {
    this.#concurrent -= 1
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests
  }

  clear(): void {
    this.total = 0
    this.cookiesSeen = 0
    this.logons = 0
    this.maxConcurrent = this.#concurrent
    this.byKind.clear()
    this.#requests = []
  }
}
