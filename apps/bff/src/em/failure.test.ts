import { describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { answerFailure, connectionFailure, EmTimeout, networkCode } from './failure.ts'
import { PinMismatch } from './trust.ts'

const url = 'https://em.example.com:9398'
const networkError = (code: string, message = 'went wrong') =>
  Object.assign(new Error(message), { code })
/** As libraries wrap the error of the connection in their own. */
const wrapped = (cause: Error) =>
  Object.assign(new Error('outer', { cause }), { code: 'ERR_GOT_REQUEST_ERROR' })
const openssl = (reason: string) =>
  networkError(
    'EPROTO',
    `write EPROTO 40:error:0A00010B:SSL routines:some_function:${reason}:a.c:77:`,
  )

describe('why there is no answer', () => {
  it.each<[string, unknown, string, RegExp]>([
    [
      'nobody listens',
      networkError('ECONNREFUSED'),
      'em-unreachable',
      /RESTful API service running\?$/,
    ],
    ['no such name', networkError('ENOTFOUND'), 'em-unreachable', /not known to DNS/],
    ['no DNS', networkError('EAI_AGAIN'), 'em-unreachable', /DNS does not answer/],
    ['no route', networkError('EHOSTUNREACH'), 'em-unreachable', /no route/],
    ['no answer', networkError('ETIMEDOUT'), 'em-unreachable', /firewall/],
    ['cut off', networkError('ECONNRESET'), 'em-unreachable', /cut the connection off/],
    ['cut off, wrapped', wrapped(networkError('ECONNRESET')), 'em-unreachable', /cut the conn/],
    ['something else', new Error('odd'), 'em-unreachable', /odd/],
    ['no error at all', 'odd', 'em-unreachable', /odd/],
    ['too slow', new EmTimeout('It was given 60 s.'), 'em-timeout', /It was given 60 s\./],
    [
      'self-signed',
      networkError('DEPTH_ZERO_SELF_SIGNED_CERT'),
      'em-certificate-untrusted',
      /EM_CERT_SHA256/,
    ],
    ['expired', networkError('CERT_HAS_EXPIRED'), 'em-certificate-untrusted', /has expired/],
    ['not yet valid', networkError('CERT_NOT_YET_VALID'), 'em-certificate-untrusted', /clocks/],
    [
      'other names',
      networkError('ERR_TLS_CERT_ALTNAME_INVALID'),
      'em-certificate-untrusted',
      /other names/,
    ],
    ['an odd CA', networkError('INVALID_CA'), 'em-certificate-untrusted', /does not trust/],
    ['another pin', new PinMismatch('ABCD'), 'em-certificate-changed', /SHA-256 ABCD.*em:trust/],
    ['another pin, wrapped', wrapped(new PinMismatch('ABCD')), 'em-certificate-changed', /ABCD/],
    ['plain HTTP', networkError('ERR_SSL_WRONG_VERSION_NUMBER'), 'em-wrong-port', /9399/],
    ['plain HTTP while writing', openssl('wrong version number'), 'em-wrong-port', /9398/],
    [
      'an old TLS',
      openssl('unsupported protocol'),
      'em-unreachable',
      /TLS \(unsupported protocol\)/,
    ],
    [
      'another TLS',
      networkError('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'),
      'em-unreachable',
      /alert protocol version/,
    ],
    ['not HTTP', networkError('HPE_INVALID_CONSTANT'), 'em-bad-answer', /HPE_INVALID_CONSTANT/],
  ])('%s', (_name, error, code, words) => {
    const failure = connectionFailure(url, error)
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(words)
    expect(failure.message).toContain(url)
    expect(failure.message).not.toContain('undefined')
  })

  it('is left as it is where it is known already', () => {
    const known = new AppError('em-logged-off', 'stopping')
    expect(connectionFailure(url, known)).toBe(known)
  })

  it('is found behind any number of errors', () => {
    expect(networkCode(wrapped(wrapped(networkError('EPIPE'))))).toBe('EPIPE')
    expect(networkCode(new Error('plain'))).toBe('')
  })
})

describe('an answer that is no success', () => {
  const json = JSON.stringify({ Message: 'said EM', StatusCode: 500 })
  const xml = '<Error Message="said EM" StatusCode="500" xmlns="http://www.veeam.com/ent/v1.0"/>'
  const html =
    '<!DOCTYPE html><html><head><title>said EM</title></head><body>Bad gateway</body></html>'

  it.each<[number, string, string]>([
    [400, json, 'em-refused-query'],
    [401, json, 'em-refused'],
    [403, xml, 'em-refused'],
    [404, json, 'em-refused-query'],
    [405, json, 'em-error'],
    [500, json, 'em-error'],
    [500, xml, 'em-error'],
    [500, `\uFEFF${json}`, 'em-error'],
    [500, 'said EM', 'em-error'],
    [502, html, 'em-bad-answer'],
    [503, json, 'em-overloaded'],
    [503, html, 'em-overloaded'],
    [302, json, 'em-error'],
  ])('%i with %s is %s, in EM’s own words', (status, body, code) => {
    const failure = answerFailure(status, undefined, body)
    expect(failure.code).toBe(code)
    expect(failure.message).toContain('said EM')
    expect(failure.message).not.toMatch(/<|StatusCode/)
    expect(failure.extras).toEqual({})
  })

  it('says its status where EM says nothing', () => {
    expect(answerFailure(500, undefined, '').message).toBe('It answered 500.')
  })

  it('hands the time to wait on', () => {
    expect(answerFailure(503, undefined, '', 7).extras).toEqual({ retryAfterSeconds: 7 })
  })
})
