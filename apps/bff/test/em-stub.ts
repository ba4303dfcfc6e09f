import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { type Identity, self } from './certificates.ts'

/** A server that stands in for Enterprise Manager where a test decides each answer. */
export interface EmStub {
  /** Origin. */
  url: string
  port: number
  /** Connections made so far, also those that did not get through the TLS handshake. */
  connections: number
  /** Connections open now. */
  open(): number
  stop(): Promise<void>
}

/** Starts an HTTPS server on loopback that answers as told. */
export async function startEmStub(
  listener: RequestListener,
  identity: Identity = self,
  port = 0,
): Promise<EmStub> {
  const server = createServer({ ...identity, keepAliveTimeout: 60_000 }, listener)
  const sockets = new Set<Duplex>()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const stub: EmStub = {
    ...addressOf(server),
    connections: 0,
    open: () => sockets.size,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
  server.on('connection', (socket) => {
    stub.connections += 1
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return stub
}

/** Starts a TLS server that answers nothing and keeps every byte it is sent. */
export async function startEavesdropper(
  identity: Identity,
): Promise<{ url: string; heard(): string; ended: Promise<void>; stop(): void }> {
  let text = ''
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const server = createTlsServer(identity, (socket) => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    // A client that turns away may reset the connection; that it is over is all that matters here.
    socket.on('error', () => socket.destroy())
  })
  server.on('connection', (socket) => socket.on('close', () => resolve()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { ...addressOf(server), heard: () => text, ended, stop: () => server.close() }
}

/** Origin and port of a server that listens on loopback. */
export function addressOf(server: { address(): unknown }): { url: string; port: number } {
  const address = server.address()
  if (typeof address !== 'object' || address === null || !('port' in address)) {
    throw new Error('the server does not listen')
  }
  const port = Number(address.port)
  return { url: `https://127.0.0.1:${port}`, port }
}
