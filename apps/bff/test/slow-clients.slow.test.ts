import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestBff } from './bff.ts'
import { startBffWithoutEm } from './bff-without-em.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startBffWithoutEm()
})
afterAll(() => bff.stop())

/** Connects, and tells when the server has ended it and what it said. */
async function open(): Promise<{ socket: Socket; said: () => string; ended: Promise<unknown> }> {
  const { hostname, port } = new URL(bff.url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  socket.on('error', () => undefined)
  const ended = new Promise((resolve) => socket.once('close', resolve))
  await once(socket, 'connect')
  return { socket, said: () => text, ended }
}

/** Writes a byte now and then, until the server has enough of it. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const byte of text) {
    if (socket.destroyed) return
    socket.write(byte)
    await sleep(500)
  }
}

const endless = 'x'.repeat(1000)

describe.concurrent('the server', { timeout: 90_000 }, () => {
  it.for([
    ['says nothing', () => Promise.resolve()],
    ['never ends its head', (socket: Socket) => drip(socket, `GET / HTTP/1.1\r\nHost: ${endless}`)],
    [
      'never ends its body',
      async (socket: Socket) => {
        socket.write(
          'POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n',
        )
        await drip(socket, `{"username":"${endless}`)
      },
    ],
  ] as const)('ends a connection that %s', async ([_name, behave]) => {
    const { socket, ended } = await open()
    await Promise.race([behave(socket).then(() => ended), ended])
    expect(socket.destroyed).toBe(true)
  })

  it('answers others while a hundred are slow', async () => {
    const slow = await Promise.all(Array.from({ length: 100 }, open))
    for (const { socket } of slow) socket.write('GET / HTTP/1.1\r\nHost: ')
    const answers = await Promise.all(Array.from({ length: 20 }, () => bff.get('/healthz')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(slow.filter(({ socket }) => !socket.destroyed)).toHaveLength(100)
    for (const { socket } of slow) socket.destroy()
  })
})
