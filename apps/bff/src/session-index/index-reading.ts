import type { IndexedSession, PoliciesQuery } from '@cdp-watch/contract'
import { AppError } from '../errors.ts'
import { reasonOf } from '../reason-of.ts'
import type { IndexAnswer } from './http/answer-cache.ts'
import type { FoundFailure, ReadIndex } from './http/index-router.ts'
import type { Standing } from './overview/standing.ts'
import { isUnusable } from './store/index-unusable.ts'
import type {
  FailureQuestion,
  FailuresQuestion,
  OverviewQuestion,
  Selection,
  SessionsQuestion,
} from './store/session-store.ts'
import type { ReadAnswer, ReaderCalls } from './threads/reader-calls.ts'

type State =
  | { kind: 'closed' }
  | { kind: 'opening'; reader: ReaderCalls; opened: Promise<number> }
  | { kind: 'open'; reader: ReaderCalls; dataVersion: number }
  | { kind: 'failed'; message: string }

interface IndexReadingOptions {
  /** When EM was last asked in full, ISO 8601 UTC. */
  asOf: () => string | null
  /** EM's clock, ms since 1970. */
  emNow: () => number
  /** What is read, or why nothing is, has changed. */
  onChange: () => void
  /** Nothing can be read any more, for this reason. */
  onFail: (message: string) => void
}

/** What is read of the index: through the reader's thread, which follows what the collector commits. */
export class IndexReading implements ReadIndex {
  #state: State = { kind: 'closed' }
  /** The data version that was last committed. */
  #committed = 0
  #following = false
  readonly #options: IndexReadingOptions

  constructor(options: IndexReadingOptions) {
    this.#options = options
  }

  /** Reads the index in, through this reader. Who asks meanwhile waits; a failure is told to whoever asks. */
  open(reader: ReaderCalls): void {
    const opened = reader.open()
    this.#state = { kind: 'opening', reader, opened }
    opened.then(
      (dataVersion) => this.#enter({ kind: 'open', reader, dataVersion }),
      (error: unknown) => this.#failOf(reader, error),
    )
  }

  /** Resolves once it is not being opened any more, whether it can be read or not. */
  async settled(): Promise<void> {
    if (this.#state.kind === 'opening') await Promise.allSettled([this.#state.opened])
  }

  /** Nothing can be read any more, until it is opened again. */
  fail(message: string): void {
    if (this.#state.kind === 'failed') return
    this.#enter({ kind: 'failed', message })
    this.#options.onFail(message)
  }

  /** Why nothing can be read; undefined while it can. */
  get failure(): string | undefined {
    return this.#state.kind === 'failed' ? this.#state.message : undefined
  }

  /** The data version that is read at this moment; 0 before there is one. */
  get version(): number {
    return this.#state.kind === 'open' ? this.#state.dataVersion : 0
  }

  /** Takes in what was committed. What was committed is told only when it can be read. */
  follow(committed: number): void {
    this.#committed = committed
    if (this.#following || this.#state.kind !== 'open') return
    this.#following = true
    void this.#catchUp(this.#state.reader)
  }

  async dataVersion(): Promise<number> {
    return (await this.#opened()).dataVersion
  }

  async sessions(question: SessionsQuestion): Promise<IndexAnswer> {
    const answer = await this.#ask((reader, asOf) => reader.sessions(question, asOf))
    if (answer) return toAnswer(answer)
    const detail = 'It is none of this index, or of another question: begin anew without it.'
    throw new AppError('bad-parameter', detail, { parameter: 'cursor' })
  }

  async session(uid: string): Promise<IndexAnswer | null> {
    const answer = await this.#ask((reader, asOf) => reader.session(uid, asOf))
    return answer && toAnswer(answer)
  }

  async policies(query: PoliciesQuery): Promise<IndexAnswer> {
    const now = this.#options.emNow()
    return toAnswer(await this.#ask((reader, asOf) => reader.policies(query, now, asOf)))
  }

  async overview(question: OverviewQuestion): Promise<IndexAnswer> {
    const now = this.#options.emNow()
    return toAnswer(await this.#ask((reader, asOf) => reader.overview(question, now, asOf)))
  }

  /** How things stand; undefined where the index cannot be read at this moment, for which nobody is kept waiting. */
  async standing(): Promise<Standing | undefined> {
    const state = this.#state
    if (state.kind !== 'open') return undefined
    return this.#orFailure(state.reader.standing(this.#options.emNow()))
  }

  async failures(question: FailuresQuestion): Promise<IndexAnswer> {
    const now = this.#options.emNow()
    return toAnswer(await this.#ask((reader, asOf) => reader.failures(question, now, asOf)))
  }

  async failureGroup(id: string, question: FailureQuestion): Promise<FoundFailure> {
    const now = this.#options.emNow()
    const found = await this.#ask((reader, asOf) => reader.failureGroup(id, question, now, asOf))
    return found.kind === 'found' ? { kind: 'found', answer: toAnswer(found.answer) } : found
  }

  sessionNumbers(selection: Selection): Promise<Float64Array> {
    return this.#ask((reader) => reader.sessionNumbers(selection))
  }

  rows(numbers: Float64Array): Promise<IndexedSession[]> {
    return this.#ask((reader) => reader.rows(numbers))
  }

  async #ask<T>(call: (reader: ReaderCalls, asOf: string | null) => Promise<T>): Promise<T> {
    const { reader } = await this.#opened()
    return this.#orFailure(call(reader, this.#options.asOf()))
  }

  async #opened(): Promise<{ reader: ReaderCalls; dataVersion: number }> {
    const state = this.#state
    switch (state.kind) {
      case 'open':
        return state
      case 'opening':
        return { reader: state.reader, dataVersion: await this.#orFailure(state.opened) }
      case 'closed':
        throw new AppError('index-not-ready', 'Ask again in a moment.', { retryAfterSeconds: 1 })
      case 'failed':
        throw new AppError('index-failed', state.message)
    }
  }

  /** What fails because the reader has ended, or because of the file of the index, is told as that. */
  async #orFailure<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading
    } catch (error) {
      const failure = this.failure ?? (isUnusable(error) ? error.message : undefined)
      throw failure === undefined ? error : new AppError('index-failed', failure, {}, error)
    }
  }

  async #catchUp(reader: ReaderCalls): Promise<void> {
    try {
      while (this.version < this.#committed) {
        this.#enter({ kind: 'open', reader, dataVersion: await reader.refresh() })
      }
    } catch (error) {
      this.#failOf(reader, error)
    } finally {
      this.#following = false
    }
  }

  /** A reader that another one has taken the place of may fail as it likes. */
  #failOf(reader: ReaderCalls, error: unknown): void {
    const isCurrent = 'reader' in this.#state && this.#state.reader === reader
    if (isCurrent) this.fail(reasonOf(error))
  }

  #enter(state: State): void {
    this.#state = state
    this.#options.onChange()
  }
}

function toAnswer({ json, dataVersion }: ReadAnswer): IndexAnswer {
  return { body: Buffer.from(json.buffer, json.byteOffset, json.byteLength), dataVersion }
}
