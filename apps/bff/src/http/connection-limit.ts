import type { BlockList, Server, Socket } from 'node:net'
import { isListed } from './listed-address.ts'

export interface ConnectionLimits {
  /** Open connections at a time: of all together, */
  all: number
  /** and of one address that is no proxy. A browser opens six. */
  each: number
}

const usualLimits: ConnectionLimits = { all: 10_000, each: 2000 }

/** Ends connections beyond the limits at once, so that one machine cannot take the place of all others. */
export function limitConnections(
  server: Server,
  proxies: BlockList | undefined,
  { all, each }: ConnectionLimits = usualLimits,
): void {
  const open = new Map<string, number>()
  server.maxConnections = all
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    if (isListed(address, proxies)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > each) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
  })
}
