import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AskEm, CollectorLog } from '../src/session-index/collector/collector-needs.ts'
import type { CollectorOptions } from '../src/session-index/collector/collector-options.ts'
import { createParts } from '../src/session-index/collector/collector-parts.ts'
import { dayMs, minuteMs } from '../src/session-index/collector/em-time.ts'
import { openSqliteIndexWriter } from '../src/session-index/store/sqlite-index-writer.ts'
import { type EmContent, readEmContent } from './em-content.ts'
import { type IndexContent, readIndexContent } from './index-content.ts'
import { differences } from './index-differences.ts'

/** A log that says nothing. */
export const silence: CollectorLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** An empty folder for an index, and what removes it. */
export function createDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-index-'))
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** The work of a collector over an index in SQLite, bit by bit as a test calls for it. */
export class CollectorByHand {
  readonly parts: ReturnType<typeof createParts>
  readonly signal = new AbortController().signal
  readonly #dataDir: string
  readonly #ask: AskEm
  readonly #emNow: () => number
  readonly #options: CollectorOptions
  readonly #writer: ReturnType<typeof openSqliteIndexWriter>
  #elapsed = 0

  constructor(needs: {
    dataDir: string
    ask: AskEm
    /** Ms since 1970. */
    emNow: () => number
    options: CollectorOptions
  }) {
    this.#dataDir = needs.dataDir
    this.#ask = needs.ask
    this.#emNow = needs.emNow
    this.#options = needs.options
    this.#writer = openSqliteIndexWriter(needs.dataDir, needs.emNow)
    const clocks = { now: needs.emNow, emNow: needs.emNow, elapsed: () => this.#elapsed }
    const changed = () => undefined
    this.parts = createParts({ ...needs, writer: this.#writer, log: silence, clocks, changed })
  }

  /** Lets time pass on the clock that pauses go by. */
  pass(ms: number): void {
    this.#elapsed += ms
  }

  round(): Promise<void> {
    return this.parts.rounds.run(this.signal)
  }

  /** Fills the history and asks for tasks that are lacking, so many bits of work or until none is left. */
  async catchUp(most = Number.POSITIVE_INFINITY): Promise<void> {
    const { fill, catchUp, finalTasks } = this.parts
    let bits = 0
    for (const job of [fill, catchUp, finalTasks]) {
      for (; job.isWanted && bits < most; bits += 1) await job.run(this.signal)
    }
  }

  /** So many whole rounds that all of the history was read again, and all else there is to do. */
  async settle(): Promise<void> {
    for (let round = 0; round < this.#options.historyDays + 3; round += 1) {
      this.pass(20 * minuteMs)
      await this.round()
      await this.catchUp()
    }
  }

  index(): IndexContent {
    return readIndexContent(this.#dataDir)
  }

  em(): Promise<EmContent> {
    return readEmContent((asked) => this.#ask(asked, this.signal))
  }

  /** In what the index is not what EM has. */
  async differences(): Promise<string[]> {
    const from = this.#emNow() - this.#options.historyDays * dayMs
    return differences(await this.em(), this.index(), from)
  }

  close(): Promise<void> {
    return this.#writer.close()
  }
}
