import type { Overview } from '@cdp-watch/contract'
import { type AskedOverview, askOverview } from '../../api/overview.ts'
import type { WallFreshness } from '../../api/wall-answers.ts'
import { listenToEvents } from '../../api/wall-events.ts'
import { beginLine, type LineAct, type LineNews, type LineStep, nextLine } from './wall-line.ts'

/** Why the line broke. */
export type Breach = Exclude<AskedOverview, { kind: 'picture' }>

interface ConnectionListener {
  onPicture(overview: Overview): void
  /** `serverMs`: the server's clock, milliseconds since 1970. */
  onHeard(serverMs: number, freshness: WallFreshness | null): void
  onBroken(breach: Breach): void
}

/** Keeps the line to the server as `nextLine` has it. It has no timers: it is told of each second. */
export class WallConnection {
  readonly #filter: string
  readonly #listener: ConnectionListener
  #line = beginLine(performance.now()).line
  #asking = new AbortController()
  #stopListening: () => void = () => undefined

  /** `filter`: the query of `GET /api/overview`. */
  constructor(filter: string, listener: ConnectionListener) {
    this.#filter = filter
    this.#listener = listener
  }

  get isLive(): boolean {
    return this.#line.kind === 'live'
  }

  begin(): void {
    this.#take(beginLine(performance.now()))
  }

  /** What has come to pass; `woke`, `behind` and `tick` are for others to tell. */
  tell(news: LineNews): void {
    this.#take(nextLine(this.#line, news, performance.now(), Math.random()))
  }

  #take({ line, acts }: LineStep): void {
    this.#line = line
    for (const act of acts) this.#acts[act]()
  }

  readonly #acts: Record<LineAct, () => void> = {
    ask: () => void this.#ask(),
    listen: () => this.#listen(),
    'hang-up': () => {
      this.#asking.abort()
      this.#stopListening()
    },
  }

  async #ask(): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    const asked = await askOverview(this.#filter, asking.signal).catch(() => null)
    // Hung up: whoever did that has begun anew, or will.
    if (asked === null) return
    if (asked.kind !== 'picture') return this.#break(asked)
    this.#listener.onPicture(asked.overview)
    this.tell('answered')
  }

  #listen(): void {
    this.#stopListening = listenToEvents({
      onHeard: (serverMs, freshness) => {
        this.tell('heard')
        this.#listener.onHeard(serverMs, freshness)
      },
      onBroken: () => this.#break({ kind: 'unreachable' }),
    })
  }

  #break(breach: Breach): void {
    this.tell('failed')
    this.#listener.onBroken(breach)
  }
}
