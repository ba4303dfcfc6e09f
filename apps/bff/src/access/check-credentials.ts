import PQueue from 'p-queue'
import type { Logger } from 'pino'
import { answerFailure, networkCode } from '../em/failure.ts'
import type { SendToEm } from '../em/http.ts'
import { type Logon, logOffFrom, logOnTo } from '../em/logon-request.ts'
import { logonHeader } from '../em/paths.ts'
import { queryPath } from '../em/query-path.ts'
import { AppError } from '../errors.ts'

/** What EM said to a user name and password. */
export type Verdict =
  /** `name`: the account as EM writes it. */
  | { kind: 'right'; name: string }
  | { kind: 'no-role' }
  | { kind: 'wrong' }
  /** It said neither; `isJudged`: it may have counted it as a wrong password all the same. */
  | { kind: 'unknown'; error: AppError; isJudged: boolean }

export interface Credentials {
  username: string
  password: string
}

/** Asks EM whether these are right. Never rejects for anything EM does. */
export type CheckCredentials = (credentials: Credentials) => Promise<Verdict>

const atATime = 2
const mostWaiting = 20

/** What people come to see; without a role EM refuses it. */
const probe = queryPath({
  type: 'CdpReplicaSession',
  filter: null,
  sort: { field: 'CreationTimeUTC', direction: 'descending' },
  pageSize: 1,
  page: 1,
})

/** By what EM's connection fails before it has heard of the password. */
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const notAsked: readonly string[] = [
  'em-certificate-untrusted',
  'em-certificate-changed',
  'em-wrong-port',
]

/**
 * Checks credentials by a logon of their own, logged off again at once. EM holds few logons, so no more
 * than two at a time; who would have to wait for long gets an AppError.
 */
export function createCheckCredentials(options: {
  url: string
  send: SendToEm
  log: Logger
}): CheckCredentials {
  const { url, send, log } = options
  const queue = new PQueue({ concurrency: atATime })
  const check: CheckCredentials = async (credentials) => {
    let logon: Logon
    try {
      logon = await logOnTo({ url, ...credentials }, send)
    } catch (error) {
      return verdictOf(error)
    }
    try {
      const headers = { [logonHeader]: logon.token, accept: 'application/json' }
      const { status, contentType, text } = await send({ method: 'GET', path: probe, headers })
      if (status === 200) return { kind: 'right', name: logon.userName ?? credentials.username }
      if (status === 401 || status === 403) return { kind: 'no-role' }
      return { kind: 'unknown', error: answerFailure(status, contentType, text), isJudged: false }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { kind: 'unknown', error, isJudged: false }
    } finally {
      await logOffFrom(logon, send).catch((error: unknown) =>
        log.warn({ err: error }, 'the logon of a sign-in could not be logged off'),
      )
    }
  }
  return (credentials) => {
    if (queue.size >= mostWaiting) {
      throw new AppError('too-many-sign-ins', 'Many people are signing in. Try again soon.', {
        retryAfterSeconds: 10,
      })
    }
    return queue.add(() => check(credentials))
  }
}

function verdictOf(error: unknown): Verdict {
  if (!(error instanceof AppError)) throw error
  switch (error.code) {
    case 'em-wrong-credentials':
      return { kind: 'wrong' }
    case 'em-refused':
      return { kind: 'no-role' }
    default: {
      const isBefore = notAsked.includes(error.code) || notConnected.has(networkCode(error.cause))
      return { kind: 'unknown', error, isJudged: !isBefore }
    }
  }
}
