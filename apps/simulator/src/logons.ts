import { randomUUID } from 'node:crypto'
import { EmError } from './wire/errors.ts'

/** What an account may do. The role that /systemSessions needs is not documented, so one account lacks just that. */
export type Rights = 'all' | 'all-but-system-sessions' | 'none'

interface Account {
  readonly userName: string
  readonly password: string
  readonly rights: Rights
}

/** A logon session of EM. */
export interface Logon {
  readonly id: string
  readonly userName: string
  readonly rights: Rights
  lastUsed: number
}

const accounts: readonly Account[] = [
  { userName: 'DEMO\\operator', password: 'demo', rights: 'all' },
  { userName: 'DEMO\\jürgen', password: 'pässwort-ß€', rights: 'all' },
  { userName: 'DEMO\\viewer', password: 'demo', rights: 'all-but-system-sessions' },
  { userName: 'DEMO\\norole', password: 'demo', rights: 'none' },
]

/** EM holds only so many logon sessions: who leaks them is locked out. */
export const mostLogons = 100

/** The header, and the cookie, that hold the token. */
export const tokenHeader = 'X-RestSvcSessionId'

/** The token of a logon session: its GUID as text, in base64. */
export function tokenOf(logon: Logon): string {
  return Buffer.from(logon.id, 'utf8').toString('base64')
}

function unauthorized(message: string): EmError {
  return new EmError(401, message, { 'WWW-Authenticate': 'Basic Realm=RestSvc' })
}

function accountOf(authorization: string | undefined): Account {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) throw unauthorized('Credentials are required.')
  const [userName = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const account = accounts.find(
    (known) =>
      known.userName.toLowerCase() === userName.toLowerCase() && known.password === rest.join(':'),
  )
  if (!account) throw unauthorized('The user name or password is incorrect.')
  return account
}

/** EM looks at a cookie first, and at the header only where there is no cookie. */
function tokenIn(cookies: string | undefined, header: string | undefined): string | undefined {
  for (const cookie of (cookies ?? '').split(';')) {
    const at = cookie.indexOf('=')
    if (cookie.slice(0, at).trim() === tokenHeader) return cookie.slice(at + 1).trim()
  }
  return header
}

/** The logon sessions of the simulator. They time out by real time, whatever the simulated clock does. */
export class Logons {
  readonly #idleMs: number
  readonly #live = new Map<string, Logon>()

  constructor(idleMinutes: number) {
    this.#idleMs = idleMinutes * 60_000
  }

  /** Logs on by an Authorization header. Throws EmError 401, or 503 when there are too many. */
  logOn(authorization: string | undefined): Logon {
    const account = accountOf(authorization)
    if (this.list().length >= mostLogons) {
      throw new EmError(503, 'The maximum number of logon sessions has been reached.')
    }
    const logon: Logon = {
      id: randomUUID(),
      userName: account.userName,
      rights: account.rights,
      lastUsed: performance.now(),
    }
    this.#live.set(logon.id, logon)
    return logon
  }

  /** The logon session of a request, whose idle time begins anew. Throws EmError 401. */
  authenticate(cookies: string | undefined, header: string | undefined): Logon {
    const token = tokenIn(cookies, header)
    if (token === undefined) throw unauthorized('The request requires authorization.')
    this.#dropIdle()
    const logon = this.#live.get(Buffer.from(token, 'base64').toString('utf8'))
    if (!logon) throw unauthorized('The logon session does not exist or has expired.')
    logon.lastUsed = performance.now()
    return logon
  }

  list(): Logon[] {
    this.#dropIdle()
    return [...this.#live.values()]
  }

  /** Throws EmError 404. */
  logOff(id: string): void {
    if (!this.#live.delete(id.toLowerCase()))
      throw new EmError(404, `Logon session ${id} not found.`)
  }

  expireAll(): void {
    this.#live.clear()
  }

  #dropIdle(): void {
    const oldest = performance.now() - this.#idleMs
    for (const [id, logon] of this.#live) if (logon.lastUsed < oldest) this.#live.delete(id)
  }
}
