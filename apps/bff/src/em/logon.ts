import { setTimeout as sleep } from 'node:timers/promises'
import type { EmState } from '@cdp-watch/contract'
import type { Logger } from 'pino'
import { AppError } from '../errors.ts'
import { pauseAfter } from './logon-pause.ts'
import type { Logon } from './logon-request.ts'
import { Refusals } from './refusals.ts'

type State =
  | { kind: 'logged-off'; since: Date }
  | { kind: 'logging-on'; since: Date; outcome: Promise<Logon> }
  | { kind: 'ready'; since: Date; logon: Logon }
  | {
      kind: 'failed'
      since: Date
      error: AppError
      attempts: number
      retryAt: number
      /** Logon that was good when EM went out of reach; logged off once EM is back. */
      left: Logon | undefined
    }

interface Dependencies {
  logOn: () => Promise<Logon>
  logOff: (logon: Logon) => Promise<void>
  log: Logger
  /** Milliseconds since 1970. */
  now?: () => number
}

const logOffPatienceMs = 5000

/**
 * The one logon with EM. Who needs it asks for `token()`; all who wait share one logon. After a failure
 * nobody tries again before its pause is over, and then it does so by itself.
 */
export class EmLogon {
  /** What EM refuses to this account. */
  readonly refusals: Refusals
  #state: State
  #lastAnswer: Date | undefined
  #answers = 0
  #closed = false
  #retry: NodeJS.Timeout | undefined
  readonly #deps: Dependencies
  readonly #now: () => number

  constructor(deps: Dependencies) {
    this.#deps = deps
    this.#now = deps.now ?? Date.now
    this.refusals = new Refusals(this.#now)
    this.#state = { kind: 'logged-off', since: new Date(this.#now()) }
  }

  /** State for people and monitors; never holds the token. */
  describe(): Omit<EmState, 'clockOffsetSeconds'> {
    const state = this.#state
    return {
      state: state.kind,
      since: state.since.toISOString(),
      lastAnswerUTC: this.#lastAnswer?.toISOString() ?? null,
      error:
        state.kind === 'failed' ? { code: state.error.code, message: state.error.message } : null,
    }
  }

  /** EM gave an answer to anything just now. */
  noteAnswer(): void {
    this.#lastAnswer = new Date(this.#now())
    this.#answers += 1
  }

  /** How many answers EM has given so far: whether it is out of reach for one request or for all. */
  get answers(): number {
    return this.#answers
  }

  /** Token of a logon that is believed good. Rejects with the AppError of the failed logon. */
  async token(): Promise<string> {
    return (await this.#current()).token
  }

  /** A good token other than `refused`, which EM did not take; the first who asks logs on anew for all. */
  async renew(refused: string): Promise<string> {
    const state = this.#state
    if (state.kind === 'ready' && state.logon.token === refused) {
      this.#enter({ kind: 'logged-off', since: new Date(this.#now()) })
      void this.#discard(state.logon)
    }
    return this.token()
  }

  /** EM could not be reached with a logon that was good: shown as failed, and tried again after a pause. */
  noteUnreachable(error: AppError): void {
    if (this.#state.kind === 'ready') {
      this.#deps.log.warn({ code: error.code }, error.message)
      this.#fail(error, 0, this.#state.logon)
    }
  }

  /** Logs off for good, waiting at most five seconds for EM. A logon under way is logged off when it is there. */
  async close(): Promise<void> {
    const ended = this.#endOf(this.#state)
    this.#enter({ kind: 'logged-off', since: new Date(this.#now()) })
    this.#closed = true
    await Promise.race([ended, sleep(logOffPatienceMs, undefined, { ref: false })])
  }

  async #endOf(state: State): Promise<void> {
    if (state.kind === 'ready') await this.#discard(state.logon)
    else if (state.kind === 'failed' && state.left) await this.#discard(state.left)
    // Whoever logs on finds that it was closed meanwhile; why the attempt failed has been logged.
    else if (state.kind === 'logging-on') await Promise.allSettled([state.outcome])
  }

  async #current(): Promise<Logon> {
    const state = this.#state
    if (this.#closed) throw stopping()
    switch (state.kind) {
      case 'ready':
        return state.logon
      case 'logging-on':
        return state.outcome
      case 'failed':
        if (this.#now() < state.retryAt) throw this.#withPause(state.error, state.retryAt)
        return this.#logOn(state.attempts, state.left)
      case 'logged-off':
        return this.#logOn(0, undefined)
    }
  }

  #enter(state: State): void {
    if (this.#closed) return
    clearTimeout(this.#retry)
    this.#state = state
    if (state.kind !== 'failed') return
    // How it ends is logged and described like any other attempt.
    const tryAgain = () => void Promise.allSettled([this.#logOn(state.attempts, state.left)])
    this.#retry = setTimeout(tryAgain, state.retryAt - this.#now()).unref()
  }

  #logOn(attempts: number, left: Logon | undefined): Promise<Logon> {
    const outcome = this.#attempt(attempts, left)
    this.#enter({ kind: 'logging-on', since: new Date(this.#now()), outcome })
    return outcome
  }

  async #attempt(attempts: number, left: Logon | undefined): Promise<Logon> {
    const logon = await this.#tryLogOn(attempts, left)
    if (left) void this.#discard(left)
    if (this.#closed) {
      await this.#discard(logon)
      throw stopping()
    }
    this.#enter({ kind: 'ready', since: new Date(this.#now()), logon })
    this.noteAnswer()
    this.#deps.log.info('logged on to Enterprise Manager')
    return logon
  }

  async #tryLogOn(attempts: number, left: Logon | undefined): Promise<Logon> {
    try {
      return await this.#deps.logOn()
    } catch (error) {
      const failure =
        error instanceof AppError
          ? error
          : new AppError('em-error', `The logon failed: ${String(error)}`, {}, error)
      this.#deps.log.warn({ code: failure.code, attempts: attempts + 1 }, failure.message)
      throw this.#withPause(failure, this.#fail(failure, attempts, left))
    }
  }

  #fail(error: AppError, attempts: number, left: Logon | undefined): number {
    const now = this.#now()
    const retryAt = now + pauseAfter(error, attempts)
    const since = new Date(now)
    this.#enter({ kind: 'failed', since, error, attempts: attempts + 1, retryAt, left })
    return retryAt
  }

  #withPause(error: AppError, retryAt: number): AppError {
    const retryAfterSeconds = Math.max(1, Math.ceil((retryAt - this.#now()) / 1000))
    return new AppError(error.code, error.message, { ...error.extras, retryAfterSeconds }, error)
  }

  async #discard(logon: Logon): Promise<void> {
    try {
      await this.#deps.logOff(logon)
    } catch (error) {
      this.#deps.log.debug(
        { err: error },
        'the old logon could not be logged off; EM ends it after 15 idle minutes',
      )
    }
  }
}

function stopping(): AppError {
  return new AppError('em-logged-off', 'The dashboard is stopping.', { retryAfterSeconds: 5 })
}
