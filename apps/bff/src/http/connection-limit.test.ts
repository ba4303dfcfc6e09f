import { once } from 'node:events'
import { BlockList, connect, createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, type TestContext } from 'vitest'
import { limitConnections } from './connection-limit.ts'

/** A server with these limits, and what is open at it. */
async function start(
  { onTestFinished }: TestContext,
  all: number,
  { proxies, refusal }: { proxies?: BlockList; refusal?: string } = {},
) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    setImmediate(() => socket.destroyed || socket.write('hello'))
  })
  limitConnections(server, { proxies, refusal }, { all, each: 3 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  /** Connects from an address of this machine; whether it is let stay. */
  const isTaken = (localAddress = '127.0.0.1') =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress })
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.once('data', () => resolve(true))
      socket.once('close', () => resolve(false))
    })
  const leave = () => sockets.shift()?.destroy()
  return { isTaken, leave, port }
}

describe('limitConnections', () => {
  it('lets one address have no more than its share, until some have ended, and others theirs', async (context) => {
    const { isTaken, leave } = await start(context, 100)
    for (const taken of [true, true, true, false, false]) expect(await isTaken()).toBe(taken)
    expect(await isTaken('127.0.0.2')).toBe(true)
    leave()
    await expect.poll(() => isTaken()).toBe(true)
    expect(await isTaken()).toBe(false)
  })

  it('lets a proxy have as many as there are', async (context) => {
    const proxies = new BlockList()
    proxies.addAddress('127.0.0.1')
    const { isTaken } = await start(context, 5, { proxies })
    for (const taken of [true, true, true, true, true, false]) expect(await isTaken()).toBe(taken)
  })

  it('tells whoever is refused why, whatever they have sent already', async (context) => {
    const { isTaken, port } = await start(context, 100, { refusal: 'too many' })
    for (let taken = 0; taken < 3; taken += 1) expect(await isTaken()).toBe(true)
    const socket = connect({ port, host: '127.0.0.1' })
    socket.end('x'.repeat(100_000))
    expect(await text(socket)).toBe('too many')
  })
})
