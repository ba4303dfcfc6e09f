import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { AppError } from '../errors.ts'
import { addressOf, viewerOf } from './viewer.ts'
import { readWallCookie, setWallCookie } from './wall-cookie.ts'
import type { WallLinkStore } from './wall-link-store.ts'

/**
 * What a request may see by the wall link that it carries. `none`: it carries none, so that others
 * decide. `wall`: the wall's data, by this link. `refused`: its link was revoked, or is none of ours.
 */
export type WallView =
  | { readonly kind: 'none' }
  | { readonly kind: 'wall'; readonly link: string }
  | { readonly kind: 'refused' }

/** What a screen is told whose link is not good any more. */
export function linkRevoked(): AppError {
  return new AppError('wall-link-revoked', 'Ask for a new wall link, and open it on this screen.')
}

const noteEveryMs = 60_000
const lookEveryMs = 2000
const unwritten = 'the use of a wall link could not be written to disk'
const longestVersion = 200

/** The screens that look by wall links: who may, who was seen, and whose stream is to end. */
export class WallScreens {
  readonly #store: WallLinkStore
  readonly #log: Logger
  readonly #version: string
  readonly #streams = new Map<Response, { readonly link: string; readonly req: Request }>()
  readonly #noted = new Map<string, { at: number; version: string }>()
  #timer: NodeJS.Timeout | undefined

  /** `version`: that of CDP Watch, whose page screens load. */
  constructor(store: WallLinkStore, { log, version }: { log: Logger; version: string }) {
    this.#store = store
    this.#log = log
    this.#version = version
  }

  /** Begins to look for links that were revoked, by this process or by another, and to note whose screens listen. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#orLog('wall links could not be looked up', () => {
        this.endRevoked()
        this.#noteListeners()
      })
    }, lookEveryMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** What a request may see by its wall link. */
  mayView(req: Pick<Request, 'headers'>): WallView {
    const secret = readWallCookie(req)
    if (secret === undefined) return { kind: 'none' }
    const found = this.#find(secret)
    return found && !found.isRevoked ? { kind: 'wall', link: found.id } : { kind: 'refused' }
  }

  /** Ends the streams of links that are not good any more. */
  endRevoked(): void {
    const good = new Map<string, boolean>()
    for (const [res, { link }] of this.#streams) {
      const isGood = good.get(link) ?? this.#store.isGood(link)
      good.set(link, isGood)
      if (!isGood) res.end()
    }
  }

  /** For the routes of the wall's data: refuses a link that is not good, and notes the screen of one that is. */
  readonly guard: RequestHandler = (req, _res, next) => {
    const view = this.#viewOf(req)
    if (view.kind === 'refused') throw linkRevoked()
    if (view.kind === 'wall') this.note(view.link, req)
    next()
  }

  /** For the route of the events: besides, the stream is to end with its link. */
  readonly holdStream: RequestHandler = (req, res, next) => {
    const view = this.#viewOf(req)
    if (view.kind === 'wall') {
      this.#streams.set(res, { link: view.link, req })
      res.on('close', () => this.#streams.delete(res))
    }
    next()
  }

  /** For the wall's page: a screen that is still in use keeps its cookie, and is known by the page it loads. */
  readonly renewCookie: RequestHandler = (req, res, next) => {
    const secret = readWallCookie(req)
    const view = this.mayView(req)
    if (secret !== undefined && view.kind === 'wall') {
      setWallCookie(req, res, secret)
      // A page that looks whether there is a newer one asks for anything, and has not loaded it yet.
      if (req.headers.accept?.includes('text/html')) this.#notePage(view.link)
    }
    next()
  }

  /** A link that the gate has let through has been looked up already. */
  #viewOf(req: Request): WallView {
    const viewer = viewerOf(req)
    return viewer?.kind === 'wall' ? viewer : this.mayView(req)
  }

  /** Where nothing new happens, a screen asks for nothing for hours. */
  #noteListeners(): void {
    const latest = Date.now() - noteEveryMs
    for (const { link, req } of this.#streams.values()) {
      if ((this.#noted.get(link)?.at ?? 0) <= latest && this.#store.isGood(link))
        this.note(link, req)
    }
  }

  /** Notes that a request came by a link; of the same browser once a minute at most. */
  note(link: string, req: Request): void {
    const now = Date.now()
    const version = (req.headers['user-agent'] ?? '').slice(0, longestVersion)
    const before = this.#noted.get(link)
    if (before?.version === version && now - before.at < noteEveryMs) return
    this.#noted.set(link, { at: now, version })
    this.#orLog(unwritten, () => this.#store.see(link, { address: addressOf(req), version }, now))
  }

  #notePage(link: string): void {
    this.#orLog(unwritten, () => this.#store.seePage(link, this.#version))
  }

  #find(secret: string): ReturnType<WallLinkStore['find']> {
    try {
      return this.#store.find(secret)
    } catch (error) {
      this.#log.error({ err: error }, 'a wall link could not be looked up')
      const words = 'Wall links cannot be looked up; the log of CDP Watch says why.'
      throw new AppError('access-failed', words, {}, error)
    }
  }

  /** What nobody waits for must not end the server, nor keep the wall from who may see it. */
  #orLog(words: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#log.error({ err: error }, words)
    }
  }
}
