import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { Agent, createServer, request } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'

/** What stands behind every text: a way out of text, attribute, style, template and address, and a formula before it. */
export const hostileEnd = `"'></title></style></textarea><img src=x onerror="globalThis.hit='image'"><script>globalThis.hit='script'</script><svg onload="globalThis.hit='svg'"></svg><a href="javascript:globalThis.hit='link'">click</a>{{7*7}}\${7*7}`
const hostileBegin = '=1+1;'

/** Texts for people in EM's answers, by their names in any case. */
const texts: ReadonlySet<string> = new Set(
  'Name PolicyName VmDisplayName Description FailureMessage Reason Version IpOrDnsName Platform PolicyType Message'
    .toLowerCase()
    .split(' '),
)

export interface HostileEm {
  /** Its origin. */
  url: string
  /** How many connections its links have brought about. */
  followed(): number
  stop(): Promise<void>
}

/**
 * An Enterprise Manager that stands before a simulated one with its certificate (`certDir`), and has
 * scripts, markup and formulas in every text, and links to elsewhere in every answer.
 */
export async function startHostileEm(behind: string, certDir: string): Promise<HostileEm> {
  let followed = 0
  const trap = createHttpServer((_request, response) => response.end())
  trap.on('connection', () => {
    followed += 1
  })
  const trapUrl = `http://127.0.0.1:${await listen(trap)}`
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false })
  const pem = readFileSync(path.join(certDir, 'certificate.pem'), 'utf8')
  const server = createServer({ key: pem, cert: pem }, (incoming, response) => {
    const { method, headers } = incoming
    const passed = request(new URL(incoming.url ?? '/', behind), { method, headers, agent })
    passed.on('error', () => response.destroy())
    passed.on('response', async (answer) => {
      const body = spoil(await text(answer), trapUrl, incoming.url ?? '')
      const { 'content-length': _length, 'transfer-encoding': _coding, ...kept } = answer.headers
      response.writeHead(answer.statusCode ?? 502, { ...kept, 'x-hostile': trapUrl }).end(body)
    })
    incoming.pipe(passed)
  })
  const url = `https://127.0.0.1:${await listen(server)}`
  return {
    url,
    followed: () => followed,
    stop: async () => {
      const closed = [server, trap].map((each) => once(each, 'close'))
      for (const each of [server, trap]) {
        each.close()
        each.closeAllConnections()
      }
      agent.destroy()
      await Promise.all(closed)
    },
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('there is no port')
  return address.port
}

function spoil(body: string, trapUrl: string, asked: string): string {
  if (!body.startsWith('{')) return body
  // The states of collections are shown as they are; by those of sessions their health is told.
  const isCollections = asked.includes('systemSessions')
  return JSON.stringify(JSON.parse(body), (key, value) => {
    if (typeof value !== 'string' || value === '') return value
    const name = key.toLowerCase()
    if (name === 'href') return `${trapUrl}${new URL(value, trapUrl).pathname}`
    const isText = texts.has(name) || (isCollections && name === 'state')
    return isText ? `${hostileBegin}${value}${hostileEnd}` : value
  })
}
