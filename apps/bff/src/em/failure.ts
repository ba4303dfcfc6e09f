import { type ErrorBody, readErrorBody } from '@cdp-watch/em-wire'
import { AppError } from '../errors.ts'
import { reasonOf } from '../reason-of.ts'
import { PinMismatch } from './trust.ts'

/** The request got no whole answer: time ran out. */
export class EmTimeout extends Error {}

const unknownIssuer = 'that this server does not trust'
/** What is wrong with a certificate, by OpenSSL's names of the errors of a verification. */
const certificateWords: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownIssuer,
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  CERT_REJECTED: unknownIssuer,
  CERT_CHAIN_TOO_LONG: unknownIssuer,
  CERT_SIGNATURE_FAILURE: unknownIssuer,
  INVALID_CA: unknownIssuer,
  INVALID_PURPOSE: unknownIssuer,
  PATH_LENGTH_EXCEEDED: unknownIssuer,
  CERT_HAS_EXPIRED: 'that has expired',
  CERT_NOT_YET_VALID: 'that is not valid yet (are both clocks right?)',
  CERT_REVOKED: 'that was revoked',
  HOSTNAME_MISMATCH: 'made for other names than this one',
  ERR_TLS_CERT_ALTNAME_INVALID: 'made for other names than this one',
}

/** What OpenSSL finds where the other side does not speak TLS, as port 9399 of EM. */
const noTls = /wrong version number|packet length too long|http request|unknown protocol/

const connectionWords: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; is the Veeam RESTful API service running?',
  ENOTFOUND: 'its name is not known to DNS',
  EAI_AGAIN: 'DNS does not answer',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it does not answer; is a firewall in between?',
  ECONNRESET: 'it cut the connection off',
  EPIPE: 'it cut the connection off',
}

/** Code of a Node network error, searched through its causes; '' where there is none. */
export function networkCode(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string' && e.code !== 'ERR_GOT_REQUEST_ERROR')
      return e.code
  }
  return ''
}

/** Says in words why EM at `url` gave no whole answer. */
export function connectionFailure(url: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof EmTimeout) {
    return new AppError(
      'em-timeout',
      `${url} took longer than this server waits for it. ${error.message}`.trim(),
      {},
      error,
    )
  }
  const pin = findPinMismatch(error)
  if (pin) {
    return new AppError(
      'em-certificate-changed',
      `${url} shows a certificate with SHA-256 ${pin.seen}, not the one in EM_CERT_SHA256. ` +
        `If it was renewed, compare it with \`npm run em:trust -- ${url}\` and set the new one.`,
      {},
      error,
    )
  }
  const code = networkCode(error)
  const flaw = certificateWords[code]
  if (flaw) {
    return new AppError(
      'em-certificate-untrusted',
      `${url} shows a certificate ${flaw} (${code}). ` +
        `\`npm run em:trust -- ${url}\` prints it; set EM_CERT_SHA256 to its pin, or EM_CA_FILE to its CA.`,
      {},
      error,
    )
  }
  const tls = tlsReason(error, code)
  if (noTls.test(tls)) {
    return new AppError(
      'em-wrong-port',
      `${url} does not speak HTTPS. The REST API is on port 9398 by default; 9399 is its plain HTTP.`,
      {},
      error,
    )
  }
  if (code.startsWith('HPE_')) {
    return new AppError('em-bad-answer', `${url} does not answer in HTTP (${code}).`, {}, error)
  }
  if (tls !== '') {
    const detail = `${url}: there is no common ground for TLS (${tls}).`
    return new AppError('em-unreachable', detail, {}, error)
  }
  const words = connectionWords[code] ?? reasonOf(error)
  const end = words.endsWith('?') ? '' : '.'
  return new AppError('em-unreachable', `${url}: ${words}${end}`, {}, error)
}

/** OpenSSL's reason for the end of a handshake. Node gives it in the code, or, while writing, deep in the message. */
function tlsReason(error: unknown, code: string): string {
  if (code.startsWith('ERR_SSL_')) return code.slice(8).replaceAll('_', ' ').toLowerCase()
  const message = error instanceof Error ? error.message : ''
  return code === 'EPROTO' ? (/:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? code) : ''
}

function findPinMismatch(error: unknown): PinMismatch | undefined {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof PinMismatch) return e
  return undefined
}

/** Says in words what an answer of EM other than success means for a query. */
export function answerFailure(
  status: number,
  contentType: string | undefined,
  body: string,
  retryAfter?: number,
): AppError {
  const told = readErrorBody(body, contentType)
  const quote = quoteOf(told)
  if (status === 401 || status === 403) {
    return new AppError(
      'em-refused',
      `The account is logged on but may not read this (${status}).${quote}`,
    )
  }
  if (status === 503) {
    return new AppError('em-overloaded', `It asks to wait.${quote}`, {
      ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
    })
  }
  if (told.form === 'html') {
    return new AppError(
      'em-bad-answer',
      `Something in between answered with a web page (${status}).${quote}`,
    )
  }
  if (status === 400 || status === 404)
    return new AppError('em-refused-query', `It answered ${status}.${quote}`)
  return new AppError('em-error', `It answered ${status}.${quote}`)
}

function quoteOf(told: ErrorBody): string {
  return told.message === '' ? '' : ` It says: “${told.message}”`
}
