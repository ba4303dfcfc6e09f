import { ConfigError } from './config-error.ts'
import { isLoopback } from './config-front.ts'
import type { Environment } from './environment.ts'

/** How people get in. */
export type Access =
  | { kind: 'open' }
  | ({ kind: 'em' } & SignInLimits)
  /** A reverse proxy names the person in this header, in lower case. */
  | { kind: 'header'; header: string }

export interface SignInLimits {
  /** A sign-in ends after so long, whatever happens, */
  endsAfterMs: number
  /** or so long after its last request. */
  idleMs: number
  /** So many wrong passwords in a row close a name, */
  failures: number
  /** until so long after the last of them. */
  pauseMs: number
}

const minuteMs = 60_000

/** Throws ConfigError where people would get in who should not, or passwords would be seen on the way. */
export function readAccess(vars: Environment): Access {
  const kind = vars.ACCESS ?? (vars.EM_URL === undefined ? 'open' : 'em')
  const isNear = isLoopback(vars.HOST)
  switch (kind) {
    case 'open':
      if (isNear || vars.ACCESS_OPEN_ANYWHERE === 'true') return { kind }
      throw new ConfigError(
        'HOST is not a loopback address, and with ACCESS=open there is no sign-in: everybody who reaches it would see every failure. ' +
          'Use 127.0.0.1 or ACCESS=em, or set ACCESS_OPEN_ANYWHERE=true where something in front of it keeps people out.',
      )
    case 'header':
      if (vars.TRUST_PROXY !== undefined) return { kind, header: vars.ACCESS_HEADER.toLowerCase() }
      throw new ConfigError(
        'TRUST_PROXY is missing: with ACCESS=header whoever it names is believed who somebody is, e.g. 127.0.0.1',
      )
    case 'em':
      refuseClearPasswords(vars, isNear)
      return {
        kind,
        endsAfterMs: vars.SIGN_IN_HOURS * 60 * minuteMs,
        idleMs: vars.SIGN_IN_IDLE_MINUTES * minuteMs,
        failures: vars.SIGN_IN_FAILURES,
        pauseMs: vars.SIGN_IN_PAUSE_MINUTES * minuteMs,
      }
  }
}

function refuseClearPasswords(vars: Environment, isNear: boolean): void {
  const url = vars.PUBLIC_URL
  if (vars.TLS_CERT_FILE !== undefined || url?.protocol === 'https:') return
  if (url === undefined ? isNear : isLoopback(url.hostname)) return
  const variable =
    url === undefined ? 'HOST is not a loopback address' : `PUBLIC_URL is ${url.origin}`
  throw new ConfigError(
    `${variable}, and passwords would cross the network in the clear. Set TLS_CERT_FILE and TLS_KEY_FILE, ` +
      'or PUBLIC_URL to the https address of the proxy in front, e.g. https://cdp.example.com',
  )
}
