import type { EmTarget } from '../src/config.ts'
import { createEmHttp } from '../src/em/http.ts'
import { logOffFrom, logOnTo } from '../src/em/logon-request.ts'
import { logonHeader } from '../src/em/paths.ts'
import { createTrustedAgent } from '../src/em/trust.ts'

/** Asks EM without the dashboard in between, to compare what both say. */
export async function askDirectly(target: EmTarget, path: string): Promise<string> {
  const agent = createTrustedAgent(target.trust, 20)
  const send = createEmHttp({ url: target.url, agent, timeoutSeconds: 20 })
  try {
    const logon = await logOnTo(target, send)
    const headers = { [logonHeader]: logon.token, accept: 'application/json' }
    const answer = await send({ method: 'GET', path, headers })
    await logOffFrom(logon, send)
    return answer.text
  } finally {
    agent.destroy()
  }
}
