import { Agent, request } from 'node:https'

/** A way in which the simulator lets requests fail. */
export interface Fault {
  /** How many of the next matching requests fail. */
  count: number
  kind: '401' | '403' | '500' | '503' | 'slow' | 'reset' | 'truncated' | 'html' | 'xml-error'
  delayMs?: number
  retryAfter?: number
  /** Only requests whose path holds this text. */
  path?: string
}

/** What can be changed in a running simulator. */
export interface SimulatorSettings {
  latencyMs?: number
  jsonCase?: 'camel' | 'pascal'
  bom?: boolean
  maxPageSize?: number
  /** False: no further collection from the backup servers, so that the age of the last one grows. */
  collecting?: boolean
}

/** One request that the simulator received. */
export interface ReceivedRequest {
  method: string
  url: string
  headers: Record<string, string>
  /** Null where the connection was cut instead of answered. */
  status: number | null
}

/** The last thousand requests it received, and counts of all of them. */
export interface ReceivedRequests {
  requests: readonly ReceivedRequest[]
  total: number
  /** By kind: `query CdpReplicaSession`, `POST sessionMngr`, `GET cdpPolicies`. */
  byKind: Readonly<Record<string, number>>
  cookiesSeen: number
  logons: number
  liveLogons: number
  maxConcurrent: number
}

/** The simulator's `/__simulator`, see its README. Every call rejects where the simulator refuses. */
export class SimulatorControl {
  readonly #url: string

  /** `url`: the simulator's origin. */
  constructor(url: string) {
    this.#url = url
  }

  async fail(fault: Fault): Promise<void> {
    await this.#send('POST', 'fail', fault)
  }

  async expireLogons(): Promise<void> {
    await this.#send('POST', 'expire-logons')
  }

  async set(settings: SimulatorSettings): Promise<void> {
    await this.#send('POST', 'set', settings)
  }

  async advanceClock(seconds: number): Promise<void> {
    await this.#send('POST', 'clock', { advanceSeconds: seconds })
  }

  /** Takes back the faults that have not befallen a request yet. */
  async endFaults(): Promise<void> {
    await this.#send('DELETE', 'fail')
  }

  /** The simulator's time, milliseconds since 1970. */
  async now(): Promise<number> {
    const { now }: { now: string } = JSON.parse(await this.#send('GET', 'health'))
    return Date.parse(now)
  }

  async received(): Promise<ReceivedRequests> {
    return JSON.parse(await this.#send('GET', 'requests'))
  }

  async forgetRequests(): Promise<void> {
    await this.#send('DELETE', 'requests')
  }

  #send(method: string, path: string, body?: object): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(`/__simulator/${path}`, this.#url),
        {
          method,
          // The certificate is the simulator's own, made at its start, and this is its loopback.
          agent: new Agent({ rejectUnauthorized: false }),
          headers: body ? { 'content-type': 'application/json' } : {},
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk: string) => {
            text += chunk
          })
          answer.on('error', reject)
          answer.on('end', () => {
            const status = answer.statusCode ?? 0
            if (status >= 200 && status < 300) resolve(text)
            else reject(new Error(`the simulator refused ${method} ${path}: ${status} ${text}`))
          })
        },
      )
      call.on('error', reject)
      call.end(body && JSON.stringify(body))
    })
  }
}
