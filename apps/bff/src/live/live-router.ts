import type { Agent } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { routes } from '@cdp-watch/contract'
import { type Request, type Response, Router } from 'express'
import { connectionFailure } from '../em/failure.ts'
import type { EmLogon } from '../em/logon.ts'
import { askPersistently } from '../em/repeat.ts'
import { type WatchEmRequest, watchRequest } from '../em/request-watch.ts'
import { AppError } from '../errors.ts'
import { refuseMethod } from '../refuse-method.ts'
import { createAdmission } from './admission.ts'
import { type EmStreamAnswer, receive } from './em-answer.ts'
import { createEmProxy } from './em-proxy.ts'
import { answerHeaders } from './headers.ts'
import { type LiveQuery, readLiveQuery } from './live-query.ts'
import { shape } from './shape.ts'

interface LiveOptions {
  url: string
  agent: Agent
  logon: EmLogon
  timeoutSeconds: number
  liveRequests: number
  liveQueue: number
  /** Raw answers are told once their first bytes have come. */
  watch: WatchEmRequest
}

/** `GET /api/em/query`: the only way through to EM. */
export function createLiveRouter(options: LiveOptions): Router {
  const pass = createEmProxy(options)
  const admit = createAdmission({ atATime: options.liveRequests, waiting: options.liveQueue })

  const attempt = async (query: LiveQuery, token: string, signal: AbortSignal) => {
    const stream = await pass({ path: query.asked.emPath, token, signal })
    return receive(stream, options.url, query.raw ? 'stream' : 'shape')
  }

  const ask = (query: LiveQuery, signal: AbortSignal): Promise<EmStreamAnswer> =>
    askPersistently({
      logon: options.logon,
      subject: query.asked.type,
      signal,
      send: (token) =>
        watchRequest(options.watch, 'live', () => attempt(query, token, signal), signal),
    })

  const answer = async (req: Request, res: Response, signal: AbortSignal) => {
    const query = readLiveQuery(req.query)
    res.setHeader('Cache-Control', 'no-store')
    // A raw answer keeps its place until its last byte has passed: EM is busy with it that long.
    await admit(signal, async () => {
      const answered = await ask(query, signal)
      if (answered.body !== undefined) res.json(shape(query, answered.body, new Date()))
      else await streamRaw(answered, options.url, req, res)
    })
  }

  const router = Router({ caseSensitive: true, strict: true })
  // Express would take HEAD for GET, and ask EM for an answer that nobody reads.
  router.head(routes.emQuery.path, refuseMethod('GET'))
  router.get(routes.emQuery.path, async (req, res) => {
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    try {
      await answer(req, res, gone.signal)
    } catch (error) {
      // There is nobody left to be told.
      if (!gone.signal.aborted) throw error
    }
  })
  router.all(routes.emQuery.path, refuseMethod('GET'))
  return router
}

/** Once the first byte has left, a failure can be told only by cutting the answer off, and in the log. */
async function streamRaw(
  answer: EmStreamAnswer,
  url: string,
  req: Request,
  res: Response,
): Promise<void> {
  const { stream, contentType } = answer
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    stream.destroy()
    throw new AppError(
      'em-bad-answer',
      `It answered with ${contentType ?? 'no content type'}, not with JSON.`,
    )
  }
  for (const name of answerHeaders) {
    const value = stream.headers[name]
    if (value !== undefined) res.setHeader(name, value)
  }
  try {
    await pipeline(stream, res)
  } catch (error) {
    if (isGoneAway(error)) return
    const failure = connectionFailure(url, error)
    req.log.warn({ code: failure.code }, `a raw answer was cut off: ${failure.message}`)
  }
}

function isGoneAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isClosed = 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  return isClosed || error.name === 'AbortError'
}
