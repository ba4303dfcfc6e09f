import type { BlockList, Server, Socket } from 'node:net'
import { isListed } from './listed-address.ts'

export interface ConnectionLimits {
  /** Open connections at a time: of all together, */
  all: number
  /** and of one address that is no proxy. A browser opens six. */
  each: number
}

const usualLimits: ConnectionLimits = { all: 10_000, each: 2000 }
/** So many more may be told why they are refused; beyond them nobody is. */
const toldAtOnce = 200
/** Whoever is refused has so long to read why. */
const farewellMs = 2000

interface LimitOptions {
  proxies: BlockList | undefined
  /** What is sent to a connection that is refused, an answer as it goes over the line; left out over TLS. */
  refusal?: string | undefined
}

/**
 * Refuses connections beyond the limits at once, so that one machine cannot take the place of all others.
 * Without TLS they are told why.
 */
export function limitConnections(
  server: Server,
  { proxies, refusal }: LimitOptions,
  { all, each }: ConnectionLimits = usualLimits,
): void {
  const open = new Map<string, number>()
  let count = 0
  server.maxConnections = all + toldAtOnce
  // The server's own must not have seen a connection that is refused: it would begin to read it as HTTP.
  const listeners = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const isLimited = !isListed(address, proxies)
    const own = open.get(address) ?? 0
    if (count >= all || (isLimited && own >= each)) return refuse(socket, refusal)
    count += 1
    if (isLimited) open.set(address, own + 1)
    socket.once('close', () => {
      count -= 1
      if (!isLimited) return
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    for (const listen of listeners) listen.call(server, socket)
  })
}

/** What it has asked for is not read, only thrown away, so that the reason is not lost on its way. */
function refuse(socket: Socket, refusal: string | undefined): void {
  socket.on('error', () => socket.destroy())
  if (refusal === undefined) {
    socket.destroy()
    return
  }
  socket.setTimeout(farewellMs, () => socket.destroy())
  socket.resume()
  socket.end(refusal)
}
