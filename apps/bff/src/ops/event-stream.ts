import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Freshness, heartbeatSeconds, routes, serverEvents } from '@cdp-watch/contract'
import { createChannel, createEventBuffer, createSession } from 'better-sse'
import { Router } from 'express'
import { refuseParameters } from '../read-query.ts'
import { refuseMethod } from '../refuse-method.ts'

/** How often it is looked whether something has changed that nobody announces, as the logon's state. */
const lookEveryMs = 1000
/** Bytes told to somebody who does not take them, at most. */
const mostUnread = 256_000
/** EM's last answer alone is told at most so often: with many live queries there are many a second. */
const answersEveryMs = 5000
const mostListeners = 20
/** So many are told at a time, between which others get their turn. */
const toldAtOnce = 50

/**
 * `GET /api/events`: the freshness to whoever listens, at once and at every change, and a heartbeat, by
 * which a silent connection can be told from a dead one.
 */
export class EventStream {
  readonly router: Router
  readonly #channel = createChannel()
  readonly #read: () => Freshness
  readonly #answers = new Set<ServerResponse>()
  #told = ''
  #toldAnswer = ''
  #toldAnswerAt = 0
  #timers: NodeJS.Timeout[] = []
  #telling: Promise<void> = Promise.resolve()

  constructor(read: () => Freshness) {
    this.#read = read
    this.router = this.#createRouter()
  }

  /** Begins to look for changes and to send heartbeats. */
  start(): void {
    this.#timers = [
      setInterval(() => this.notify(), lookEveryMs),
      setInterval(() => this.#beat(), heartbeatSeconds * 1000),
    ]
  }

  /** Ends all connections; browsers come back by themselves where the server does. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    for (const answer of this.#answers) answer.end()
  }

  /** Tells all what has changed since they were told last; nothing where nothing has. */
  notify(): void {
    const freshness = this.#read()
    const { told, answer } = comparable(freshness)
    const isNews = told !== this.#told
    const isAnswer = answer !== this.#toldAnswer && Date.now() - this.#toldAnswerAt > answersEveryMs
    if (!isNews && !isAnswer) return
    this.#told = told
    this.#toldAnswer = answer
    this.#toldAnswerAt = Date.now()
    this.#tell(freshness, serverEvents.freshness)
  }

  /** How many listen at this moment. */
  get listeners(): number {
    return this.#answers.size
  }

  #beat(): void {
    // Who has stopped reading would else have all that follows kept for them here.
    for (const answer of this.#answers) {
      if (answer.writableLength > mostUnread) answer.destroy()
    }
    this.#tell({ nowUTC: new Date().toISOString() }, serverEvents.heartbeat)
  }

  /** Tells all, one thing after the other: it is printed once, and nobody waits until a thousand have been told. */
  #tell(data: unknown, name: string): void {
    const event = createEventBuffer()
    event.push(data, name)
    this.#telling = this.#telling.then(async () => {
      const sessions = this.#channel.activeSessions.slice()
      for (let at = 0; at < sessions.length; at += toldAtOnce) {
        const next = sessions.slice(at, at + toldAtOnce).filter(({ isConnected }) => isConnected)
        // A connection that breaks meanwhile leaves the channel by its own event.
        await Promise.allSettled(next.map((session) => session.batch(event)))
        await nextTurn()
      }
    })
  }

  #createRouter(): Router {
    const router = Router({ caseSensitive: true, strict: true })
    router.head(routes.events.path, refuseMethod('GET'))
    router.get(routes.events.path, async (req, res) => {
      refuseParameters(req.query)
      // Log, metrics, sign-in, wall link and the stream itself each wait for its end.
      res.setMaxListeners(mostListeners)
      this.#answers.add(res)
      res.on('close', () => this.#answers.delete(res))
      const session = await createSession(req, res, { keepAlive: null })
      session.push(this.#read(), serverEvents.freshness)
      this.#channel.register(session)
    })
    router.all(routes.events.path, refuseMethod('GET'))
    return router
  }
}

/** What of a freshness is news: not the time it was read at, and EM's last answer only by itself. */
function comparable({ nowUTC: _read, em, ...rest }: Freshness): { told: string; answer: string } {
  const { lastAnswerUTC, ...ofEm } = em
  return { told: JSON.stringify({ ...rest, em: ofEm }), answer: lastAnswerUTC ?? '' }
}
