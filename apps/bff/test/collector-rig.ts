import type { TestContext } from 'vitest'
import { createEmClient, type EmClient } from '../src/em/client.ts'
import { EmClock } from '../src/em/em-clock.ts'
import { createEmHttp } from '../src/em/http.ts'
import { EmLogon } from '../src/em/logon.ts'
import { logOffFrom, logOnTo } from '../src/em/logon-request.ts'
import { createTrustedAgent } from '../src/em/trust.ts'
import { createLog } from '../src/ops/log.ts'
import { Collector } from '../src/session-index/collector/collector.ts'
import type { CollectorOptions } from '../src/session-index/collector/collector-options.ts'
import type { CollectorStatus } from '../src/session-index/collector/collector-status.ts'
import { dayMs } from '../src/session-index/collector/em-time.ts'
import { openSqliteIndexWriter } from '../src/session-index/store/sqlite-index-writer.ts'
import { CollectorByHand, createDataDir, silence } from './collector-by-hand.ts'
import { readEmContent } from './em-content.ts'
import { readIndexContent } from './index-content.ts'
import { differences } from './index-differences.ts'
import type { Simulator } from './simulator.ts'
import { until } from './until.ts'

const usual: CollectorOptions = {
  pageSize: 50,
  pollSeconds: 0.1,
  historyDays: 5,
  retentionDays: 400,
}

/** An index that follows a simulator through a logon of its own; all of it ends with the test. */
export class CollectorRig {
  readonly #context: TestContext
  readonly #options: CollectorOptions
  readonly #client: EmClient
  readonly #clock = new EmClock()
  readonly #dataDir: string
  readonly statuses: CollectorStatus[] = []
  #passed = 0

  constructor(context: TestContext, em: Simulator, changes: Partial<CollectorOptions> = {}) {
    this.#context = context
    this.#options = { ...usual, ...changes }
    const { target } = em
    const agent = createTrustedAgent(target.trust, 20)
    const send = createEmHttp({ url: target.url, agent, timeoutSeconds: 20, clock: this.#clock })
    const logon = new EmLogon({
      logOn: () => logOnTo(target, send),
      logOff: (old) => logOffFrom(old, send),
      log: createLog('silent'),
    })
    this.#client = createEmClient({ logon, send })
    const { dataDir, remove } = createDataDir()
    this.#dataDir = dataDir
    context.onTestFinished(async () => {
      await logon.close()
      agent.destroy()
      remove()
    })
  }

  readonly #ask = async (path: string, signal?: AbortSignal): Promise<string> =>
    new TextDecoder().decode(await this.#client.getBytes(path, signal))

  /** Begins to follow EM in the background, as the dashboard does; resolves with what stops it. */
  async follow(changes: Partial<CollectorOptions> = {}): Promise<() => Promise<void>> {
    const writer = openSqliteIndexWriter(this.#dataDir)
    const needs = {
      ask: this.#ask,
      now: Date.now,
      emOffsetMs: () => this.#clock.offsetMs,
      log: silence,
      worked: () => undefined,
      resting: () => undefined,
      publish: (status: CollectorStatus) => this.statuses.push(status),
    }
    const elapsed = () => performance.now() + this.#passed
    const collector = new Collector(writer, needs, { ...this.#options, ...changes }, elapsed)
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= collector.stop().then(() => writer.close())
      return stopped
    }
    this.#context.onTestFinished(stop)
    collector.start()
    return stop
  }

  /** The same work, done as the test calls for it. */
  byHand(): CollectorByHand {
    const byHand = new CollectorByHand({
      dataDir: this.#dataDir,
      ask: this.#ask,
      emNow: () => this.emNow,
      options: this.#options,
    })
    this.#context.onTestFinished(() => byHand.close())
    return byHand
  }

  /** Lets time pass on the clock that pauses go by. */
  pass(ms: number): void {
    this.#passed += ms
  }

  /** EM's clock as its answers tell it, ms since 1970. */
  get emNow(): number {
    return Date.now() + this.#clock.offsetMs
  }

  /** Waits until the last status is as wanted. */
  async awaitStatus(isWanted: (status: CollectorStatus) => boolean): Promise<CollectorStatus> {
    const last = () => this.statuses.at(-1)
    const status = await until(last, (found) => found !== undefined && isWanted(found))
    if (status === undefined) throw new Error('there is no status')
    return status
  }

  /** Waits until all there was to ask for has been asked for. */
  awaitReady(): Promise<CollectorStatus> {
    return this.awaitStatus(({ index }) => index.state === 'ready' && index.reasonsWaiting === 0)
  }

  /** In what the index is not what EM has. */
  async differences(): Promise<string[]> {
    const em = await readEmContent((path) => this.#ask(path))
    const from = this.emNow - this.#options.historyDays * dayMs
    return differences(em, readIndexContent(this.#dataDir), from)
  }

  /** Waits until the index is what EM has. */
  async awaitInStep(): Promise<void> {
    await this.awaitReady()
    await until(
      () => this.differences(),
      ({ length }) => length === 0,
    )
  }

  /** UIDs of all sessions in the index. */
  sessionUids(): string[] {
    return [...readIndexContent(this.#dataDir).sessions.keys()]
  }
}
