import type { Overview } from '@cdp-watch/contract'
import { hasNewFailure } from './new-failures.ts'
import { Chime, keepAwake } from './screen-powers.ts'
import { type Instant, sleptBetween } from './wall-clock.ts'
import { WallConnection } from './wall-connection.ts'
import {
  breakOff,
  hear,
  isBehind,
  knowNothing,
  type WallKnowledge,
  wakeUp,
} from './wall-knowledge.ts'
import type { WallOptions } from './wall-options.ts'
import { step, type Turning } from './wall-pages.ts'
import { WallReloader } from './wall-reloader.ts'
import { viewOf, type WallView } from './wall-view.ts'

const tickMs = 1000
const controlsMs = 6000

const instant = (): Instant => ({ steady: performance.now(), shown: Date.now() })

/** What runs behind a wall: one timer, one line to the server, and what is shown of both. */
export class WallEngine {
  readonly #options: WallOptions
  readonly #connection: WallConnection
  readonly #reloader: WallReloader
  readonly #chime = new Chime()
  readonly #listeners = new Set<() => void>()
  #last = instant()
  #known: WallKnowledge = knowNothing(this.#last)
  #turning: Turning
  #controlsUntil = 0
  #view: WallView
  #breakdown: { readonly error: unknown } | null = null

  constructor(options: WallOptions) {
    this.#options = options
    this.#turning = { page: 0, turnedAt: this.#last.steady, isPaused: false }
    this.#reloader = new WallReloader(this.#last.shown, this.#last.steady)
    this.#connection = new WallConnection(options.filter, {
      onPicture: (overview) => this.#show(overview),
      onHeard: (serverMs, freshness) => {
        if (this.#known.trouble !== null) this.#reloader.serverReturned(performance.now())
        this.#learn(hear(this.#known, { serverMs, freshness }, instant()))
        if (isBehind(this.#known)) this.#connection.tell('behind')
      },
      onBroken: (breach) => this.#learn(breakOff(this.#known, breach, instant())),
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
    // A browser that is set up for it makes sounds without a click.
    this.allowSound()
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

  /** Makes ready for sounds where they are wanted; to be called again when somebody has clicked. */
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

  #tick(): void {
    const now = instant()
    const slept = sleptBetween(this.#last, now)
    this.#last = now
    if (slept > 0) {
      this.#known = wakeUp(this.#known, slept, now)
      this.#connection.tell('woke')
    }
    this.#connection.tell('tick')
    if (isBehind(this.#known)) this.#connection.tell('behind')
    this.#reloader.tick(now.shown, now.steady)
    this.#publish()
  }

  #show(overview: Overview): void {
    const { overview: before } = this.#known
    if (this.#options.sound && hasNewFailure(before, overview)) this.#chime.sound()
    this.#learn({ ...this.#known, overview })
  }

  #learn(known: WallKnowledge): void {
    this.#known = known
    this.#publish()
  }

  #look(): WallView {
    const { innerWidth: width, innerHeight: height } = window
    const { view, turning } = viewOf({
      ...this.#known,
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
