import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError, problemOf } from './errors.ts'

/** The longest filter, percent-encoded, is longer than Node's own limit of 16 kB for a request's head. */
const longestHeadKb = 64

/** The web server of the dashboard. What never becomes a request is answered as a problem too. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({ maxHeaderSize: longestHeadKb * 1024 }, listener)
  server.on('clientError', refuseUnreadable)
  return server
}

function refuseUnreadable(error: Error, socket: Duplex): void {
  const code = 'code' in error ? error.code : undefined
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const problem = problemOf(
    code === 'HPE_HEADER_OVERFLOW'
      ? new AppError(
          'request-too-large',
          `The address and the headers of a request may have ${longestHeadKb} kB.`,
        )
      : new AppError('bad-parameter', 'This is not an HTTP request that can be read.'),
  )
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
