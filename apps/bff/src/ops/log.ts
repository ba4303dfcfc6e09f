import { randomUUID } from 'node:crypto'
import { type DestinationStream, destination, type Logger, pino } from 'pino'
import { type HttpLogger, pinoHttp } from 'pino-http'

/** The log of the process, JSON lines on standard error. Headers are never logged, so no secret in them can be. */
export function createLog(level: string, stream: DestinationStream = destination(2)): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

/** The address of a wall link is its secret. */
function withoutSecret(url: string): string {
  return url.replace(/^(\/wall\/open\/)[^?]*/, '$1…')
}

const ownRequestId = /^[\w-]{8,64}$/

/** One line per request with its id, when debugging; one that failed has a line of its own from whoever answered it. */
export function createRequestLog(log: Logger): HttpLogger {
  return pinoHttp({
    logger: log,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && ownRequestId.test(given) ? given : randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        url: withoutSecret(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customLogLevel: () => 'debug',
    customErrorObject: (_req, res, _error, { responseTime }) => ({ res, responseTime }),
  })
}
