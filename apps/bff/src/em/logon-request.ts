import { readJson, readLogon } from '@cdp-watch/em-wire'
import type { EmTarget } from '../config.ts'
import { AppError } from '../errors.ts'
import { answerFailure } from './failure.ts'
import type { EmAnswer, SendToEm } from './http.ts'
import { emPaths, logonHeader } from './paths.ts'

export interface Logon {
  token: string
  /** GUID of EM's logon session, needed to log it off. */
  sessionId: string
  /** The account as EM writes it, where it says so. */
  userName?: string
}

/** Logs on with this account. Rejects with an AppError that tells wrong port, password and rights apart. */
export async function logOnTo(target: Omit<EmTarget, 'trust'>, send: SendToEm): Promise<Logon> {
  const credentials = Buffer.from(`${target.username}:${target.password}`, 'utf8').toString(
    'base64',
  )
  const answer = await send({
    method: 'POST',
    path: emPaths.logOn,
    headers: {
      authorization: `Basic ${credentials}`,
      accept: 'application/json',
      'content-length': '0',
    },
  })
  const token = answer.header(logonHeader)
  if ((answer.status === 201 || answer.status === 200) && token) {
    return { token, ...describeLogon(answer, token) }
  }
  throw logonFailure(target.url, answer)
}

/** Logs a session of ours off; EM then frees it. Rejects with an AppError where EM does not confirm. */
export async function logOffFrom(logon: Logon, send: SendToEm): Promise<void> {
  const answer = await send({
    method: 'DELETE',
    path: emPaths.logonSession(logon.sessionId),
    headers: { [logonHeader]: logon.token, accept: 'application/json' },
  })
  // 401 and 404: it had expired already, which is what was wanted.
  if (![200, 204, 401, 404].includes(answer.status))
    throw answerFailure(answer.status, answer.contentType, answer.text)
}

/** The token is base64 of the GUID, so a body that cannot be read does not cost us the log-off. */
function describeLogon(answer: EmAnswer, token: string): Omit<Logon, 'token'> {
  const json = readJson(answer.text)
  const body = json.ok ? readLogon(json.value) : undefined
  if (!body?.ok) return { sessionId: Buffer.from(token, 'base64').toString('utf8') }
  const { sessionId, userName } = body
  return userName === null ? { sessionId } : { sessionId, userName }
}

function logonFailure(url: string, answer: EmAnswer): AppError {
  switch (answer.status) {
    case 401:
      return new AppError(
        'em-wrong-credentials',
        `${url} does not know this user name and password. Check EM_USERNAME (usually DOMAIN\\user) and EM_PASSWORD.`,
      )
    case 403:
      return new AppError(
        'em-refused',
        `${url} knows the account but does not let it in: give it a role in Enterprise Manager (Configuration, Roles).`,
      )
    case 404:
    case 405:
      return new AppError(
        'em-wrong-port',
        `${url} answers ${answer.status} to a logon. Port 9419 is the REST API of a backup server; that of Enterprise Manager is 9398 by default.`,
      )
    case 200:
    case 201:
    case 301:
    case 302:
    case 307:
      return new AppError(
        'em-wrong-port',
        `${url} answers ${answer.status} without a logon session. Port 9443 is the web console; the REST API is on 9398 by default.`,
      )
    default:
      return answerFailure(answer.status, answer.contentType, answer.text, answer.retryAfter)
  }
}
