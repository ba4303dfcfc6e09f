import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, createAgents } from './load.ts'

const openedAtATime = 50
const lookEveryMs = 10

/** When a wall heard that there is a newer picture, and when it had that picture; by the real clock, ms since 1970. */
export interface Shown {
  readonly heardMs: number
  readonly shownMs: number
}

const nowMs = () => performance.timeOrigin + performance.now()

/** Walls as they ask: each holds a stream of events, and fetches its picture at every new data version. */
export class Walls {
  /** Of each wall, the pictures that it has had by their data versions. */
  readonly #pictures: Map<number, Shown>[] = []
  readonly #streams: IncomingMessage[] = []
  readonly #agent = new Agent({ keepAlive: true })
  readonly #agents
  readonly #url: string
  #failure: unknown

  constructor(url: string, count: number) {
    this.#url = url
    this.#agents = createAgents(count)
  }

  /** Opens so many, of which each shows one of the filters (`health=failed`); resolves when all have a picture. */
  static async open(url: string, count: number, filters: readonly string[]): Promise<Walls> {
    const walls = new Walls(url, count)
    while (walls.#streams.length < count) {
      const from = walls.#streams.length
      const more = Math.min(openedAtATime, count - from)
      await Promise.all(
        Array.from({ length: more }, (_, index) =>
          walls.#open(filters[(from + index) % filters.length] ?? ''),
        ),
      )
    }
    return walls
  }

  /** The newest data version of which any has a picture. */
  get newest(): number {
    return Math.max(...this.#pictures.flatMap((pictures) => [...pictures.keys()]))
  }

  /** Waits until all have a picture of a newer data version than this: of each its first. Rejects where they do not in time, or one failed. */
  async awaitNewer(version: number, patienceMs: number): Promise<readonly Shown[]> {
    const begun = performance.now()
    while (performance.now() - begun < patienceMs) {
      if (this.#failure !== undefined) throw this.#failure
      const shown = this.#pictures.flatMap((pictures) => {
        const newer = [...pictures.keys()].filter((each) => each > version)
        return pictures.get(Math.min(...newer)) ?? []
      })
      if (shown.length === this.#pictures.length) return shown
      await sleep(lookEveryMs)
    }
    throw new Error(`not all walls have a picture after data version ${version}`)
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#agent.destroy()
    this.#agents.close()
  }

  async #open(filter: string): Promise<void> {
    const call = request(`${this.#url}/api/events`, { agent: this.#agent })
    call.end()
    const [stream]: IncomingMessage[] = await once(call, 'response')
    if (stream?.statusCode !== 200) throw new Error(`events were answered ${stream?.statusCode}`)
    this.#streams.push(stream)
    const pictures = new Map<number, Shown>()
    this.#pictures.push(pictures)
    const first = Promise.withResolvers<void>()
    let version = -1
    let text = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      const events = `${text}${chunk}`.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const told = Number(/"dataVersion":(\d+)/.exec(event)?.[1] ?? version)
        if (told === version) continue
        version = told
        this.#show(filter, told, pictures).then(first.resolve, (error: unknown) => {
          this.#failure = error
          first.reject(error)
        })
      }
    })
    await first.promise
  }

  async #show(filter: string, version: number, pictures: Map<number, Shown>): Promise<void> {
    const heardMs = nowMs()
    const url = new URL(`${this.#url}/api/overview?${filter}`)
    const { status, body } = await ask(this.#agents, { url, headers: {} })
    if (status !== 200) throw new Error(`an overview was answered ${status}`)
    const { dataVersion }: { dataVersion: number } = JSON.parse(body.toString('utf8'))
    if (dataVersion < version) throw new Error(`an overview was of ${dataVersion}, not ${version}`)
    if (!pictures.has(dataVersion)) pictures.set(dataVersion, { heardMs, shownMs: nowMs() })
  }
}
