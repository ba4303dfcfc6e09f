import { setTimeout as sleep } from 'node:timers/promises'
import pRetry, { AbortError } from 'p-retry'
import { AppError } from '../errors.ts'
import { answerFailure } from './failure.ts'
import type { EmLogon } from './logon.ts'

/** What an asked GET came to. `discard` is called on an answer that is not going to be used. */
export interface Answer {
  status: number
  contentType: string | undefined
  retryAfter: number | undefined
  discard(): void
  /** The whole body; read only of answers that are not a success. */
  errorBody(): Promise<string>
}

interface Asking<A extends Answer> {
  logon: EmLogon
  /** What is asked, without values that change: a refusal of it is remembered. */
  subject: string
  signal?: AbortSignal
  /** Rejects with an AppError where there is no whole answer. */
  send: (token: string) => Promise<A>
}

const repeats = 2
/** Longer than this nobody is kept waiting; they are told what EM asked for instead. */
const longestPauseSeconds = 5

/**
 * Asks EM by GET until it answers with success: re-logs on once on 401 or 403 and repeats; repeats at most twice,
 * with jitter, after 503 and lost connections. Rejects with an AppError that says what EM answered last, or with
 * the signal's reason.
 */
export async function askPersistently<A extends Answer>(asking: Asking<A>): Promise<A> {
  const { logon } = asking
  let answersBefore = logon.answers
  const signal = asking.signal ? { signal: asking.signal } : {}
  try {
    const attempt = async () => {
      const token = await unrepeated(logon.token())
      answersBefore = logon.answers
      return askOnce(asking, token)
    }
    return await pRetry(attempt, {
      retries: repeats,
      minTimeout: 200,
      factor: 3,
      randomize: true,
      ...signal,
      shouldRetry: async ({ error, retryDelay }) => {
        if (!(error instanceof AppError) || !mayPass(error)) return false
        const askedSeconds = error.extras.retryAfterSeconds ?? 0
        if (askedSeconds > longestPauseSeconds) return false
        await sleep(Math.max(0, askedSeconds * 1000 - retryDelay), undefined, signal)
        return true
      },
    })
  } catch (error) {
    // While EM answers others, one query that it cuts off each time is no reason to give it up for all.
    const isOutOfReach = error instanceof AppError && isConnectionFailure(error)
    if (isOutOfReach && logon.answers === answersBefore) logon.noteUnreachable(error)
    throw error
  }
}

async function askOnce<A extends Answer>(
  { logon, subject, send }: Asking<A>,
  token: string,
): Promise<A> {
  let answer = await send(token)
  if (answer.status === 401 || (answer.status === 403 && !logon.refusals.has(subject))) {
    answer.discard()
    answer = await send(await unrepeated(logon.renew(token)))
    if (answer.status === 403) logon.refusals.note(subject)
  }
  if (answer.status < 500) logon.noteAnswer()
  if (answer.status === 200) {
    logon.refusals.forget(subject)
    return answer
  }
  const body = await answer.errorBody()
  throw answerFailure(answer.status, answer.contentType, body, answer.retryAfter)
}

/** The logon has pauses of its own after a failure; who waits for it does not hasten it. */
async function unrepeated<T>(logon: Promise<T>): Promise<T> {
  try {
    return await logon
  } catch (error) {
    throw error instanceof Error ? new AbortError(error) : error
  }
}

function mayPass(error: AppError): boolean {
  return error.code === 'em-overloaded' || error.code === 'em-unreachable'
}

/** A failed logon says when it is tried again and is known already; a failure of a request says nothing. */
function isConnectionFailure(error: AppError): boolean {
  if (error.extras.retryAfterSeconds !== undefined) return false
  return error.code === 'em-unreachable' || error.code.startsWith('em-certificate')
}
