import type { IncomingMessage } from 'node:http'
import type { Agent } from 'node:https'
import { createProxyMiddleware, type Plugin } from 'http-proxy-middleware'
import { connectionFailure, EmTimeout } from '../em/failure.ts'
import { ErrandResponse } from './errand.ts'
import { setEmHeaders } from './headers.ts'

export interface Errand {
  /** EM's path and query. */
  path: string
  token: string
  /** Aborted: nobody waits any more, and the request to EM is ended. */
  signal: AbortSignal
}

/** Passes a query on to EM. Resolves with EM's answer, not yet read; rejects with an AppError, or the signal's reason. */
export type PassToEm = (errand: Errand) => Promise<IncomingMessage>

/** The proxy to EM, over the one trusted agent. Redirects are not followed, nothing is answered by itself. */
export function createEmProxy(options: {
  url: string
  agent: Agent
  timeoutSeconds: number
}): PassToEm {
  const proxy = createProxyMiddleware<IncomingMessage, ErrandResponse>({
    target: options.url,
    agent: options.agent,
    changeOrigin: true,
    selfHandleResponse: true,
    // The default plugins write errors to the response; here whoever asked decides what becomes of one.
    ejectPlugins: true,
    plugins: [settleErrands],
  })

  return async ({ path, token, signal }) => {
    signal.throwIfAborted()
    const errand = new ErrandResponse(path, token)
    const late = () => errand.abandon(new EmTimeout(`It was given ${options.timeoutSeconds} s.`))
    const timer = setTimeout(late, options.timeoutSeconds * 1000)
    const leave = () => errand.abandon(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    // The time allowed covers the body too, so both end only when the answer does.
    const release = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
    }
    void proxy(errand.req, errand, (error) => errand.fail(error))
    try {
      const answer = await errand.answer
      answer.once('close', release)
      return answer
    } catch (error) {
      release()
      throw connectionFailure(options.url, error)
    }
  }
}

const settleErrands: Plugin<IncomingMessage, ErrandResponse> = (proxy) => {
  proxy.on('proxyReq', (request, _from, errand) => setEmHeaders(request, errand.token))
  proxy.on('proxyRes', (answer, _from, errand) => errand.settle(answer))
  const fail = (error: Error, _from?: IncomingMessage, errand?: unknown) => {
    if (errand instanceof ErrandResponse) errand.fail(error)
  }
  proxy.on('error', fail)
  proxy.on('econnreset', fail)
}
