import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { Agent } from 'node:https'
import { createServer as createTcpServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { appErrorOf } from '../../test/app-error-of.ts'
import { self } from '../../test/certificates.ts'
import { addressOf, startEmStub } from '../../test/em-stub.ts'
import { eachWay } from '../../test/ways-to-em.ts'
import type { Trust } from '../config.ts'
import { createTrustedAgent } from './trust.ts'

const system: Trust = { kind: 'system' }
const pin: Trust = {
  kind: 'pin',
  sha256: new X509Certificate(self.cert).fingerprint256.replaceAll(':', ''),
}

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const agentOf = (trust: Trust, timeoutSeconds = 10): Agent => {
  const agent = createTrustedAgent(trust, timeoutSeconds)
  cleanups.push(() => agent.destroy())
  return agent
}

describe.each(eachWay)('a request that is $name', ({ way }) => {
  it.each<[string, Trust]>([
    ['system', system],
    ['pin', pin],
  ])('knows plain HTTP for a wrong port, with trust by %s', async (_name, trust) => {
    const url = await startTcp((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'))
    })
    const failure = await appErrorOf(way(url, agentOf(trust))())
    expect(failure.code).toBe('em-wrong-port')
    expect(failure.message).toContain('9398')
  })

  it('knows what speaks TLS but not HTTP', async () => {
    const url = await startTls('220 smtp.example.com ready\r\n')
    expect((await appErrorOf(way(url, agentOf(pin))())).code).toBe('em-bad-answer')
  })

  it('knows that nothing listens', async () => {
    const em = await startEmStub(() => undefined, self)
    await em.stop()
    const failure = await appErrorOf(way(em.url, agentOf(pin))())
    expect(failure).toMatchObject({ code: 'em-unreachable' })
    expect(failure.message).toContain('nothing listens there')
  })

  it.each<[string, Trust]>([
    ['system', system],
    ['pin', pin],
  ])('runs out of time when the handshake hangs, with trust by %s', async (_name, trust) => {
    const url = await startTcp(() => undefined)
    const { code } = await appErrorOf(way(url, agentOf(trust, 0.2), 0.2)())
    expect(['em-timeout', 'em-unreachable']).toContain(code)
  })
})

async function startTcp(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return addressOf(server).url
}

async function startTls(greeting: string): Promise<string> {
  const server = createTlsServer(self, (socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(greeting)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => server.close())
  return addressOf(server).url
}
