import type { Agent } from 'node:https'
import got, { TimeoutError } from 'got'
import type { EmClock } from './em-clock.ts'
import { connectionFailure, EmTimeout } from './failure.ts'

export interface EmAnswer {
  status: number
  contentType: string | undefined
  /** `Retry-After` in seconds, where EM gave one as a number. */
  retryAfter: number | undefined
  header(name: string): string | undefined
  /** The whole body. */
  bytes: Uint8Array
  /** The same in UTF-8; made when it is asked for. */
  readonly text: string
}

export interface EmRequest {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  headers: Record<string, string>
  signal?: AbortSignal
}

/** Sends one request to EM and reads its whole answer. Rejects with an AppError of a connection failure. */
export type SendToEm = (request: EmRequest) => Promise<EmAnswer>

/** `Retry-After` as seconds; a date or nonsense counts as absent. */
export function readRetryAfter(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : undefined
}

const utf8 = new TextDecoder()

/**
 * One request, no cookies, no redirects followed, no retries: those are the business of who asks. The
 * `clock` learns from every answer.
 */
export function createEmHttp(options: {
  url: string
  agent: Agent
  timeoutSeconds: number
  clock?: EmClock
}): SendToEm {
  const client = got.extend({
    agent: { https: options.agent },
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { request: options.timeoutSeconds * 1000 },
    responseType: 'buffer',
    headers: { 'user-agent': 'cdp-watch' },
  })
  return async ({ method, path, headers, signal }) => {
    const sentAt = Date.now()
    try {
      const answer = await client(new URL(path, options.url), {
        method,
        headers,
        ...(signal ? { signal } : {}),
      })
      const header = (name: string) => {
        const value = answer.headers[name.toLowerCase()]
        return Array.isArray(value) ? value[0] : value
      }
      options.clock?.note(header('date'), sentAt, Date.now())
      return {
        status: answer.statusCode,
        contentType: header('content-type'),
        retryAfter: readRetryAfter(header('retry-after')),
        header,
        bytes: answer.body,
        get text() {
          return utf8.decode(answer.body)
        },
      }
    } catch (error) {
      const cause =
        error instanceof TimeoutError ? new EmTimeout(error.message, { cause: error }) : error
      throw connectionFailure(options.url, cause)
    }
  }
}
