import type { BlockList } from 'node:net'
import { hostname } from 'node:os'
import { createSecureContext } from 'node:tls'
import { ConfigError } from './config-error.ts'
import type { Environment } from './environment.ts'

/** What stands between browsers and this server. */
export interface Front {
  /** Whether browsers speak HTTPS, with this server or with a proxy in front of it. */
  isHttps: boolean
  /** Origin people open, where it is told. */
  publicOrigin: string | undefined
  /** Names, in lower case, that it goes by beside its addresses and localhost. */
  hostNames: ReadonlySet<string>
  /** Proxies whose word is taken for where a request comes from. */
  proxies: BlockList | undefined
  tls: TlsFiles | undefined
  /** Origins that may show it in a frame. */
  frameAncestors: readonly string[]
}

/** Certificate and key in PEM as they were read first, and where they are read again. */
export interface TlsFiles {
  certFile: string
  keyFile: string
  cert: string
  key: string
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

/** Whether nothing but this machine reaches a host by this name. */
export function isLoopback(host: string): boolean {
  return loopback.test(host)
}

/** Throws ConfigError where variables contradict each other. `given` has the names of the files that `vars` has the content of. */
export function readFront(vars: Environment, given: GivenFiles): Front {
  const tls = readTls(vars, given)
  const { PUBLIC_URL } = vars
  if (tls && PUBLIC_URL?.protocol === 'http:') {
    throw new ConfigError(
      `PUBLIC_URL is ${PUBLIC_URL.origin} though TLS_CERT_FILE is set: this server then speaks HTTPS alone, e.g. https://${PUBLIC_URL.host}`,
    )
  }
  const names = [hostname(), ...(vars.ALLOWED_HOSTS ?? []), vars.HOST]
  if (PUBLIC_URL) names.push(PUBLIC_URL.hostname)
  return {
    isHttps: tls !== undefined || PUBLIC_URL?.protocol === 'https:',
    publicOrigin: PUBLIC_URL?.origin,
    hostNames: new Set(names.map((name) => name.toLowerCase())),
    proxies: vars.TRUST_PROXY,
    tls,
    frameAncestors: vars.FRAME_ANCESTORS ?? [],
  }
}

export type GivenFiles = Readonly<Record<string, string | undefined>>

function readTls(vars: Environment, given: GivenFiles): TlsFiles | undefined {
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = vars
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) {
    const missing = cert === undefined ? 'TLS_CERT_FILE' : 'TLS_KEY_FILE'
    throw new ConfigError(
      `${missing} is missing: HTTPS needs a certificate and its key, e.g. TLS_CERT_FILE=/etc/cdp-watch/cert.pem TLS_KEY_FILE=/etc/cdp-watch/key.pem`,
    )
  }
  try {
    createSecureContext({ cert, key })
  } catch (cause) {
    throw new ConfigError(
      `TLS_CERT_FILE and TLS_KEY_FILE do not hold a certificate and its key in PEM form (${String(cause)}), e.g. /etc/cdp-watch/cert.pem`,
    )
  }
  return { cert, key, certFile: given.TLS_CERT_FILE ?? '', keyFile: given.TLS_KEY_FILE ?? '' }
}
