import { createConnection, type Socket } from 'node:net'
import { argv } from 'node:process'

// A process of its own (`fork`), for its thousands of sockets: `node many-connections.ts <port>`. It is told how many
// streams of events to open from which address of this machine, and tells how that ended.

/** What it is told: so many more from this address, or none any more at all. */
export interface Opening {
  count: number
  from: string
}

/** What it tells: how many of them are streams, and what was said to a first one that is none. */
export interface Opened {
  streams: number
  refusal: string
}

const port = Number(argv[2])
const atOnce = 100
const sockets = new Set<Socket>()

/** Opens a stream; resolves with what its answer begins with. */
function open(from: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', localAddress: from })
    sockets.add(socket)
    let heard = ''
    const done = () => resolve(heard)
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (heard.length < 1000) heard += chunk
      if (heard.startsWith('HTTP/1.1 200')) done()
    })
    socket.on('error', done)
    socket.once('close', () => {
      sockets.delete(socket)
      done()
    })
    socket.write('GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  })
}

async function openMany({ count, from }: Opening): Promise<Opened> {
  const answers: string[] = []
  for (let begun = 0; begun < count; begun += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - begun) }, () => open(from))
    answers.push(...(await Promise.all(batch)))
  }
  const refused = answers.filter((answer) => !answer.startsWith('HTTP/1.1 200'))
  return { streams: answers.length - refused.length, refusal: refused[0] ?? '' }
}

process.on('message', async (opening: Opening) => process.send?.(await openMany(opening)))
process.on('disconnect', () => process.exit())
