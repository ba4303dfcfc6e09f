import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TlsFiles } from './config-front.ts'
import { AppError, problemOf } from './errors.ts'
import { limitConnections } from './http/connection-limit.ts'

/** The longest filter, percent-encoded, is longer than Node's own limit of 16 kB for a request's head. */
const longestHeadKb = 64
/** So long may a request take to come in: its head, and all of it. Node looks every `checkEveryMs`. */
const slowestHeadMs = 15_000
const slowestRequestMs = 30_000
const checkEveryMs = 5000
/** Nothing read and nothing written for so long: longer than any answer of EM is waited for. */
const silenceMs = 30 * 60_000

const tooMany = new AppError(
  'too-many-connections',
  'Too many connections are open, of all or of this address. Close some, or wait.',
)

interface ServerOptions {
  tls?: TlsFiles | undefined
  /** Proxies, whose connections are those of many people. */
  proxies?: BlockList | undefined
}

/** The web server of the dashboard, over TLS where there is a certificate. What never becomes a request is answered as a problem too. */
export function createHttpServer(
  listener: RequestListener,
  { tls, proxies }: ServerOptions = {},
): Server {
  const options = {
    maxHeaderSize: longestHeadKb * 1024,
    headersTimeout: slowestHeadMs,
    requestTimeout: slowestRequestMs,
    connectionsCheckingInterval: checkEveryMs,
  }
  const server = tls
    ? createTlsServer({ ...options, cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' }, listener)
    : createServer(options, listener)
  server.setTimeout(silenceMs)
  const refusal = tls ? undefined : printProblem(tooMany)
  limitConnections(server, { proxies, refusal })
  server.on('clientError', refuseUnreadable)
  return server
}

function refuseUnreadable(cause: Error, socket: Duplex): void {
  const code = 'code' in cause ? cause.code : undefined
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const error =
    code === 'HPE_HEADER_OVERFLOW'
      ? new AppError(
          'request-too-large',
          `The address and the headers of a request may have ${longestHeadKb} kB.`,
        )
      : new AppError('bad-parameter', 'This is not an HTTP request that can be read.')
  socket.end(printProblem(error))
}

/** An answer as it goes over the line, for a connection that never becomes a request. */
function printProblem(error: AppError): string {
  const problem = problemOf(error)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    ...(problem.retryAfterSeconds === undefined
      ? []
      : [`Retry-After: ${problem.retryAfterSeconds}`]),
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
