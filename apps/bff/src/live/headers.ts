import type { ClientRequest } from 'node:http'
import { logonHeader } from '../em/paths.ts'

/** All that a query to EM carries, beside `Host` and `Connection`, which belong to the connection. */
export function setEmHeaders(request: ClientRequest, token: string): void {
  request.setHeader('Accept', 'application/json')
  request.setHeader('User-Agent', 'cdp-watch')
  request.setHeader(logonHeader, token)
}

/** Headers of EM's answer that go on to the browser. Everything else (cookies, server names, versions) stays here. */
export const answerHeaders = ['content-type', 'content-length', 'content-encoding'] as const
