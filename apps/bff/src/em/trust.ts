import { Agent } from 'node:https'
import type { Duplex } from 'node:stream'
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import type { Trust } from '../config.ts'

/** EM shows another certificate than the one pinned. Both are SHA-256, upper-case hexadecimal without colons. */
export class PinMismatch extends Error {
  readonly code = 'CERT_PIN_MISMATCH'
  readonly seen: string

  constructor(seen: string) {
    super(`the certificate's SHA-256 is ${seen}`)
    this.seen = seen
  }
}

/** Shown certificate of a TLS socket as upper-case hexadecimal SHA-256 without colons; '' where there is none. */
function fingerprintOf(socket: TLSSocket): string {
  return (socket.getPeerX509Certificate()?.fingerprint256 ?? '').replaceAll(':', '').toUpperCase()
}

/** Longer than this no machine takes to accept a connection and show its certificate. */
const longestHandshakeMs = 10_000

/** Hands the socket to the request only after the pin was compared: nothing is written to a stranger. */
class PinnedAgent extends Agent {
  readonly #sha256: string
  readonly #patienceMs: number

  constructor(sha256: string, patienceMs: number) {
    // A resumed TLS session shows no certificate to compare.
    super({ keepAlive: true, maxCachedSessions: 0 })
    this.#sha256 = sha256
    this.#patienceMs = patienceMs
  }

  override createConnection(
    options: ConnectionOptions,
    done?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const socket = connect({ ...options, rejectUnauthorized: false })
    const fail = (error: Error) => done?.(error, socket)
    // Neither the agent nor the request has the socket yet: nobody else would end a handshake that hangs.
    const giveUp = () =>
      socket.destroy(Object.assign(new Error('no TLS handshake'), { code: 'ETIMEDOUT' }))
    socket.setTimeout(this.#patienceMs, giveUp)
    socket.once('error', fail)
    socket.once('secureConnect', () => {
      socket.off('error', fail)
      socket.setTimeout(0)
      socket.off('timeout', giveUp)
      const seen = fingerprintOf(socket)
      if (seen === this.#sha256) {
        done?.(null, socket)
        return
      }
      socket.destroy()
      fail(new PinMismatch(seen))
    })
  }
}

/** Certificates of the machine's own store beside those Node brings: an EM often has one of the company's CA. */
export function createSystemContext(extraPem?: string): SecureContext {
  const known = new Set([...getCACertificates('default'), ...getCACertificates('system')])
  return createSecureContext({
    ca: [...known, ...(extraPem === undefined ? [] : [extraPem])],
    // A CA file may hold EM's own certificate or an intermediate one, without the root.
    allowPartialTrustChain: extraPem !== undefined,
  })
}

/**
 * The one agent for all connections to EM; every request to EM is judged by the same trust, whatever
 * NODE_TLS_REJECT_UNAUTHORIZED says. A ready-made context keeps hundreds of CAs out of the name under
 * which Node files each connection. `timeoutSeconds` is what a whole request may take.
 */
export function createTrustedAgent(trust: Trust, timeoutSeconds: number): Agent {
  switch (trust.kind) {
    case 'system':
      return verifyingAgent(createSystemContext())
    case 'ca':
      return verifyingAgent(createSystemContext(trust.pem))
    case 'pin':
      return new PinnedAgent(trust.sha256, Math.min(longestHandshakeMs, timeoutSeconds * 1000))
    case 'insecure':
      return new Agent({ keepAlive: true, rejectUnauthorized: false })
  }
}

function verifyingAgent(secureContext: SecureContext): Agent {
  return new Agent({ keepAlive: true, rejectUnauthorized: true, secureContext })
}
