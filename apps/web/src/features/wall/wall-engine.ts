import type { Overview } from '@cdp-watch/contract'
import type { WallFreshness } from '../../api/wall-answers.ts'
import type { Trouble } from './bands.ts'
import { hasNewFailure } from './new-failures.ts'
import { Chime, keepAwake } from './screen-powers.ts'
import { type Instant, type ServerClock, serverTime, sleptBetween } from './wall-clock.ts'
import { type Breach, WallConnection } from './wall-connection.ts'
import type { WallOptions } from './wall-options.ts'
import { step, type Turning } from './wall-pages.ts'
import { WallReloader } from './wall-reloader.ts'
import { viewOf, type WallView } from './wall-view.ts'

const tickMs = 1000
const controlsMs = 6000
const clockSlackMs = 2000

const instant = (): Instant => ({ steady: performance.now(), shown: Date.now() })

/** What runs behind a wall: one timer, one line to the server, and what is shown of both. */
export class WallEngine {
  readonly #options: WallOptions
  readonly #connection: WallConnection
  readonly #reloader: WallReloader
  readonly #chime = new Chime()
  readonly #listeners = new Set<() => void>()
  #clock: ServerClock
  #last = instant()
  #trouble: Trouble | null = null
  #freshness: WallFreshness | null = null
  #overview: Overview | null = null
  #sleptMs: number | null = null
  #turning: Turning
  #controlsUntil = 0
  #view: WallView
  #breakdown: { readonly error: unknown } | null = null

  constructor(options: WallOptions) {
    this.#options = options
    this.#clock = { server: this.#last.shown, at: this.#last }
    this.#turning = { page: 0, turnedAt: this.#last.steady, isPaused: false }
    this.#reloader = new WallReloader(this.#last.shown, this.#last.steady)
    this.#connection = new WallConnection(options.filter, {
      onPicture: (overview) => this.#show(overview),
      onHeard: (serverMs, freshness) => this.#hear(serverMs, freshness),
      onBroken: (breach) => this.#break(breach),
    })
    this.#view = this.#look()
  }

  /** Begins; to be called once. */
  start(): void {
    this.#connection.begin()
    setInterval(() => this.#tick(), tickMs)
    document.addEventListener('visibilitychange', () => this.#tick())
    window.addEventListener('resize', () => this.#publish())
    keepAwake()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is shown now. Throws what kept it from being told, so that the page says that it broke. */
  view = (): WallView => {
    if (this.#breakdown !== null) throw this.#breakdown.error
    return this.#view
  }

  /** Somebody is there: shows what can be done for some seconds. */
  wake = (): void => {
    const wasShown = this.#view.hasControls
    this.#controlsUntil = performance.now() + controlsMs
    if (!wasShown) this.#publish()
  }

  /** A sound may be made from now on, as somebody has clicked. */
  allowSound = (): void => {
    if (this.#options.sound) this.#chime.allow()
  }

  togglePause = (): void => {
    const isPaused = !this.#turning.isPaused
    this.#turning = { ...this.#turning, isPaused, turnedAt: performance.now() }
    this.#publish()
  }

  /** So many pages on, or back. */
  go = (by: number): void => {
    this.#turning = step(this.#turning, this.#view.pages, by, performance.now())
    this.#publish()
  }

  /** The page broke; gives after how many milliseconds it is loaded anew. */
  crashed(): number {
    return this.#reloader.crashed(Date.now(), performance.now())
  }

  /** Little differences are those of the way to here: the time shown would jump by them. */
  #setClock(server: number): void {
    const at = instant()
    if (Math.abs(serverTime(this.#clock, at) - server) > clockSlackMs) this.#clock = { server, at }
  }

  #now(): number {
    return serverTime(this.#clock, instant())
  }

  #tick(): void {
    const now = instant()
    const slept = sleptBetween(this.#last, now)
    this.#last = now
    if (slept > 0) {
      this.#sleptMs = slept
      // The steady clock may have stopped; the shown one is the better guess until the server has said.
      this.#clock = { server: now.shown, at: now }
      this.#connection.tell('woke')
    }
    this.#connection.tell('tick')
    if (this.#isBehind()) this.#connection.tell('behind')
    this.#reloader.tick(now.shown, now.steady)
    this.#publish()
  }

  #isBehind(): boolean {
    const version = this.#freshness?.dataVersion
    return version !== undefined && version !== this.#overview?.dataVersion
  }

  #show(overview: Overview): void {
    if (this.#options.sound && hasNewFailure(this.#overview, overview)) this.#chime.sound()
    this.#overview = overview
    this.#publish()
  }

  #hear(serverMs: number, freshness: WallFreshness | null): void {
    this.#setClock(serverMs)
    if (this.#trouble !== null) this.#reloader.serverReturned(performance.now())
    this.#trouble = null
    this.#sleptMs = null
    if (freshness !== null) this.#freshness = freshness
    if (this.#isBehind()) this.#connection.tell('behind')
    this.#publish()
  }

  #break(breach: Breach): void {
    const since = this.#trouble?.since ?? this.#now()
    this.#trouble = { ...breach, since }
    this.#publish()
  }

  #look(): WallView {
    const { innerWidth: width, innerHeight: height } = window
    const { view, turning } = viewOf({
      overview: this.#overview,
      freshness: this.#freshness,
      trouble: this.#trouble,
      sleptMs: this.#sleptMs,
      clock: this.#clock,
      at: instant(),
      screen: { width, height },
      options: this.#options,
      turning: this.#turning,
      controlsUntil: this.#controlsUntil,
      waitsForClick: this.#options.sound && !this.#chime.isAllowed,
    })
    this.#turning = turning
    return view
  }

  #publish(): void {
    try {
      this.#view = this.#look()
    } catch (error) {
      // Thrown here it would end in the console, and the last picture be shown for ever.
      this.#breakdown = { error }
    }
    for (const listener of this.#listeners) listener()
  }
}
