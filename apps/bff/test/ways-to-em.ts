import type { Agent } from 'node:https'
import { text } from 'node:stream/consumers'
import { createEmHttp } from '../src/em/http.ts'
import { createEmProxy } from '../src/live/em-proxy.ts'

/** The secret that every request of these carries. */
export const token = 'the-token'

/** Both ways to EM: the dashboard's own requests, and those it passes on. */
export const ways = {
  own: (url: string, agent: Agent, timeoutSeconds = 10) => {
    const send = createEmHttp({ url, agent, timeoutSeconds })
    return async () => {
      const headers = { 'X-RestSvcSessionId': token }
      return (await send({ method: 'GET', path: '/api/', headers })).text
    }
  },
  passed: (url: string, agent: Agent, timeoutSeconds = 10) => {
    const pass = createEmProxy({ url, agent, timeoutSeconds })
    return async () => {
      const { signal } = new AbortController()
      return text(await pass({ path: '/api/query', token, signal }))
    }
  },
}
/** For `describe.each`. */
export const eachWay = Object.entries(ways).map(([name, way]) => ({ name, way }))
