import type { Worker } from 'node:worker_threads'
import type { Collection, IndexState, StaleAfter } from '@cdp-watch/contract'
import type { Logger } from 'pino'
import type { EmClient } from '../em/client.ts'
import type { EmClock } from '../em/em-clock.ts'
import type { CollectorStatus } from './collector/collector-status.ts'
import { IndexReading } from './index-reading.ts'
import { Revival } from './revival.ts'
import { IndexUnusable } from './store/index-unusable.ts'
import { createAskForThread } from './threads/ask-for-thread.ts'
import {
  beginCollector,
  beginReader,
  type IndexThreads,
  type ThreadsConfig,
} from './threads/begin-threads.ts'
import type { CollectorCalls, MainCalls } from './threads/collector-calls.ts'
import { IndexThread } from './threads/index-thread.ts'
import type { ReaderCalls, ReaderNeeds } from './threads/reader-calls.ts'

interface SessionIndexOptions {
  config: ThreadsConfig
  /** The threads, where they were begun before; else they are begun here. */
  threads?: IndexThreads | undefined
  client: EmClient
  clock: EmClock
  log: Logger
  /** Whether EM is simulated. */
  isDemo: boolean
  /** Is told what the collector does. */
  watch: IndexWatch
}

/** What is told of the collector's work, for those who measure. */
export type IndexWatch = Pick<MainCalls, 'worked' | 'counted'>

/** Two of EM's own collections, which come every 15 minutes unless somebody has changed that. */
const collectionStaleAfterSeconds = 30 * 60

/** What is told of the index, and of EM's collection as far as the index knows it. */
export interface IndexDescription {
  index: IndexState
  collection: Collection | null
  staleAfterSeconds: StaleAfter
  dataVersion: number
}

/**
 * The index as the rest of the server sees it: one thread that collects and writes, one that reads
 * (docs/decisions/006). Asking EM stays on this thread, where the logon is.
 */
export class SessionIndex {
  /** What is read of it. */
  readonly reading: IndexReading
  readonly #options: SessionIndexOptions
  readonly #listeners = new Set<() => void>()
  readonly #stopping = new AbortController()
  readonly #begun = new Date().toISOString()
  #collector: IndexThread<CollectorCalls, MainCalls> | undefined
  #reader: IndexThread<ReaderCalls, ReaderNeeds> | undefined
  #status: CollectorStatus | undefined
  #collectorFailure: string | undefined
  #isStarted = false
  readonly #collectorRevival = new Revival(() => void this.#reviveCollector())
  readonly #readerRevival = new Revival(() => this.#reviveReader())

  constructor(options: SessionIndexOptions) {
    this.#options = options
    this.reading = new IndexReading({
      asOf: () => this.#status?.index.asOf ?? null,
      emNow: () => Date.now() + options.clock.offsetMs,
      onChange: () => this.#tell(),
      onFail: (message) => this.#readerFailed(message),
    })
  }

  /** Opens the database, making or bringing it up to date. Rejects with IndexUnusable, whose message says what to do. */
  async open(): Promise<void> {
    const { threads } = this.#options
    const collector = this.#beginCollector(threads?.collector)
    this.#collector = collector
    const reader = this.#beginReader(threads?.reader)
    this.#reader = reader
    const opening = await collector.calls.open()
    if (!opening.ok) {
      await this.stop()
      throw new IndexUnusable(opening.message)
    }
    this.reading.open(reader.calls)
  }

  /** Begins to collect, once what is known already can be read: who waits for that comes first. */
  async start(): Promise<void> {
    await this.reading.settled()
    if (this.#stopping.signal.aborted) return
    this.#isStarted = true
    void this.#collector?.calls.start.asEvent()
  }

  /** Ends both threads, the collector first: a round under way is given up, and nothing of it is kept. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#collectorRevival.stop()
    this.#readerRevival.stop()
    await this.#collector?.end((calls) => calls.stop())
    await this.#reader?.end((calls) => calls.close())
  }

  /** Calls back at every change of what `describe` gives. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  describe(): IndexDescription {
    const failure = this.#collectorFailure ?? this.reading.failure
    const index = this.#status?.index ?? notYet(this.#begun)
    const twoPolls = 2 * this.#options.config.pollSeconds
    return {
      index:
        failure === undefined
          ? index
          : { ...index, state: 'failing', error: { code: 'index-failed', message: failure } },
      collection: this.#status?.collection ?? null,
      staleAfterSeconds: {
        index: this.#status?.staleAfterSeconds ?? twoPolls,
        collection: collectionStaleAfterSeconds,
      },
      dataVersion: this.reading.version,
    }
  }

  #beginCollector(begun?: Worker): IndexThread<CollectorCalls, MainCalls> {
    const { config, client, clock, log, watch } = this.#options
    return new IndexThread({
      worker: begun ?? beginCollector(config),
      local: {
        ask: createAskForThread({ client, clock, signal: this.#stopping.signal }),
        publish: (status) => this.#publish(status),
        worked: watch.worked,
        counted: watch.counted,
        log: (level, details, message) => log[level](details, message),
      },
      onEnd: (error) => this.#collectorFailed(error.message, error),
    })
  }

  #beginReader(begun?: Worker): IndexThread<ReaderCalls, ReaderNeeds> {
    const { config, isDemo, log } = this.#options
    return new IndexThread({
      worker: begun ?? beginReader(config, isDemo),
      local: { warn: (details, message) => log.warn(details, message) },
      onEnd: (error) => this.reading.fail(error.message),
    })
  }

  #collectorFailed(message: string, error?: Error): void {
    this.#collectorFailure = `The collector of the index ended: ${message}. It is begun again.`
    const pauseMs = this.#collectorRevival.ended()
    this.#options.log.error({ err: error, pauseMs }, this.#collectorFailure)
    this.#tell()
  }

  async #reviveCollector(): Promise<void> {
    const collector = this.#beginCollector()
    this.#collector = collector
    try {
      const opening = await collector.calls.open()
      if (!opening.ok) {
        await collector.end(async () => undefined)
        this.#collectorFailed(opening.message)
        return
      }
    } catch {
      // The thread has ended meanwhile, which was told where it ends.
      return
    }
    this.#collectorFailure = undefined
    if (this.#isStarted) void collector.calls.start.asEvent()
  }

  #readerFailed(message: string): void {
    const pauseMs = this.#readerRevival.ended()
    this.#options.log.error(
      { pauseMs },
      `The index cannot be read: ${message}. Its reader is begun again.`,
    )
  }

  #reviveReader(): void {
    const ended = this.#reader
    this.#reader = this.#beginReader()
    this.reading.open(this.#reader.calls)
    void ended?.end(async () => undefined)
  }

  #publish(status: CollectorStatus): void {
    this.#status = status
    this.reading.follow(status.dataVersion)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Before the collector has said anything. */
function notYet(since: string): IndexState {
  return {
    state: 'filling',
    since,
    progress: { share: 0, sessions: 0, reachedUTC: null },
    reasonsWaiting: 0,
    asOf: null,
    sessions: 0,
    error: null,
  }
}
