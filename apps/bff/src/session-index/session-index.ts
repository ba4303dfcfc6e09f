import { Worker } from 'node:worker_threads'
import type { Collection, IndexState } from '@cdp-watch/contract'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { EmClient } from '../em/client.ts'
import type { EmClock } from '../em/em-clock.ts'
import type { CollectorStatus } from './collector/collector-status.ts'
import { IndexReading } from './index-reading.ts'
import { IndexUnusable } from './store/index-unusable.ts'
import { createAskForThread } from './threads/ask-for-thread.ts'
import { connect } from './threads/channel.ts'
import type { CollectorCalls, CollectorSetup, MainCalls } from './threads/collector-calls.ts'
import type { ReaderCalls, ReaderSetup } from './threads/reader-calls.ts'

/** Far more than either thread holds at a time; without a limit V8 lets garbage of hundreds of megabytes lie. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }

interface SessionIndexOptions {
  config: Pick<
    Config,
    'dataDir' | 'scheduleZone' | 'pageSize' | 'pollSeconds' | 'historyDays' | 'retentionDays'
  >
  client: EmClient
  clock: EmClock
  log: Logger
}

/** What is told of the index, and of EM's collection as far as the index knows it. */
export interface IndexDescription {
  index: IndexState
  collection: Collection | null
  dataVersion: number
}

/**
 * The index as the rest of the server sees it: one thread that collects and writes, one that reads
 * (docs/decisions/006). Asking EM stays on this thread, where the logon is.
 */
export class SessionIndex {
  /** What is read of it. */
  readonly reading: IndexReading
  readonly #log: Logger
  readonly #listeners = new Set<() => void>()
  readonly #stopping = new AbortController()
  readonly #collector: ReturnType<typeof connect<CollectorCalls, MainCalls>>
  readonly #reader: ReturnType<typeof connect<ReaderCalls, Record<string, never>>>
  readonly #threads: readonly Worker[]
  readonly #begun = new Date().toISOString()
  #status: CollectorStatus | undefined
  #collectorFailure: string | undefined

  constructor({ config, client, clock, log }: SessionIndexOptions) {
    this.#log = log
    const { dataDir, scheduleZone, pageSize, pollSeconds, historyDays, retentionDays } = config
    const collecting: CollectorSetup = {
      dataDir,
      pageSize,
      pollSeconds,
      historyDays,
      retentionDays,
    }
    const reading: ReaderSetup = { dataDir, scheduleZone }
    const collector = this.#begin('collector', collecting, (message) => {
      this.#collectorFailure = message
      this.#collector.$close(new Error(message))
    })
    const reader = this.#begin('reader', reading, (message) => {
      this.reading.fail(message)
      this.#reader.$close(new Error(message))
    })
    this.#threads = [collector, reader]
    this.#collector = connect(collector, {
      ask: createAskForThread({ client, clock, signal: this.#stopping.signal }),
      publish: (status) => this.#publish(status),
      log: (level, details, message) => log[level](details, message),
    })
    this.#reader = connect(reader, {})
    this.reading = new IndexReading({
      reader: this.#reader,
      asOf: () => this.#status?.index.asOf ?? null,
      emNow: () => Date.now() + clock.offsetMs,
      onChange: () => this.#tell(),
    })
  }

  /** Opens the database, making or bringing it up to date. Rejects with IndexUnusable, whose message says what to do. */
  async open(): Promise<void> {
    const opening = await this.#collector.open()
    if (!opening.ok) {
      await this.stop()
      throw new IndexUnusable(opening.message)
    }
    this.reading.open()
  }

  /** Begins to collect. */
  start(): void {
    void this.#collector.start.asEvent()
  }

  /** Ends both threads, the collector first: a round under way is given up, and nothing of it is kept. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    if (this.#collectorFailure === undefined) await this.#collector.stop()
    if (this.reading.failure === undefined) await this.#reader.close()
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }

  /** Calls back at every change of what `describe` gives. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  describe(): IndexDescription {
    const failure = this.#collectorFailure ?? this.reading.failure
    const index = this.#status?.index ?? notYet(this.#begun)
    return {
      index:
        failure === undefined
          ? index
          : { ...index, state: 'failing', error: { code: 'index-failed', message: failure } },
      collection: this.#status?.collection ?? null,
      dataVersion: this.reading.version,
    }
  }

  #begin(
    name: 'collector' | 'reader',
    workerData: object,
    onEnd: (message: string) => void,
  ): Worker {
    const entry = new URL(`./threads/${name}-thread.ts`, import.meta.url)
    const thread = new Worker(entry, { name, workerData, resourceLimits })
    thread.on('error', (error) => {
      if (this.#stopping.signal.aborted) return
      const message = `The ${name} of the index ended: ${error.message}. Start the server again.`
      this.#log.fatal({ err: error }, message)
      onEnd(message)
      this.#tell()
    })
    return thread
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
