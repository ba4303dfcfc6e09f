import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const openedAtATime = 50
const lookEveryMs = 10

/** Clients of `GET /api/events`, each with a connection of its own, as so many browsers. */
export class Listeners {
  /** When each client heard of each data version first, `performance.now()`. */
  readonly #heard = new Map<number, number[]>()
  readonly #agent = new Agent({ keepAlive: true })
  readonly #streams: IncomingMessage[] = []

  /** Connects so many; resolves when all have heard how things stand. `url`: the BFF's origin. */
  static async open(url: string, count: number): Promise<Listeners> {
    const listeners = new Listeners()
    while (listeners.#streams.length < count) {
      const more = Math.min(openedAtATime, count - listeners.#streams.length)
      await Promise.all(Array.from({ length: more }, () => listeners.#listen(`${url}/api/events`)))
    }
    return listeners
  }

  /** How many have heard of this data version, and when the first and the last of them did, ms. */
  heard(version: number): { count: number; firstMs: number; lastMs: number } {
    const times = this.#heard.get(version) ?? []
    return { count: times.length, firstMs: Math.min(...times), lastMs: Math.max(...times) }
  }

  /** The newest data version that any of them heard of. */
  get newest(): number {
    return Math.max(...this.#heard.keys())
  }

  /** Waits until all have heard of a newer data version than this; that one. Rejects where they do not in time. */
  async awaitNewer(version: number, patienceMs: number): Promise<number> {
    const begun = performance.now()
    while (performance.now() - begun < patienceMs) {
      const next = [...this.#heard.keys()]
        .filter((each) => each > version)
        .toSorted((a, b) => a - b)[0]
      if (next !== undefined && this.heard(next).count === this.#streams.length) return next
      await sleep(lookEveryMs)
    }
    throw new Error(`not all listeners heard of a data version after ${version}`)
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#agent.destroy()
  }

  async #listen(address: string): Promise<void> {
    const call = request(address, { agent: this.#agent, headers: { accept: 'text/event-stream' } })
    call.end()
    const [stream]: IncomingMessage[] = await once(call, 'response')
    if (stream?.statusCode !== 200) throw new Error(`events were answered ${stream?.statusCode}`)
    this.#streams.push(stream)
    let version = -1
    let text = ''
    const first = Promise.withResolvers<void>()
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      const events = `${text}${chunk}`.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const told = Number(/"dataVersion":(\d+)/.exec(event)?.[1] ?? version)
        if (told === version) continue
        version = told
        this.#note(version)
        first.resolve()
      }
    })
    stream.on('error', (error) => first.reject(error))
    await first.promise
  }

  #note(version: number): void {
    const times = this.#heard.get(version) ?? []
    times.push(performance.now())
    this.#heard.set(version, times)
  }
}
