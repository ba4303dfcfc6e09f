import { X509Certificate } from 'node:crypto'
import type { Agent } from 'node:https'
import { afterEach, describe, expect, it } from 'vitest'
import { appErrorOf } from '../../test/app-error-of.ts'
import { ca, expired, foreign, type Identity, issued, self } from '../../test/certificates.ts'
import { type EmStub, startEavesdropper, startEmStub } from '../../test/em-stub.ts'
import { eachWay, token, ways } from '../../test/ways-to-em.ts'
import type { Trust } from '../config.ts'
import { createTrustedAgent } from './trust.ts'

const pinOf = ({ cert }: Identity): Trust => ({
  kind: 'pin',
  sha256: new X509Certificate(cert).fingerprint256.replaceAll(':', ''),
})
const system: Trust = { kind: 'system' }
const byCa: Trust = { kind: 'ca', pem: ca }
const insecure: Trust = { kind: 'insecure' }

/** A busy machine takes its time. */
const patience = { timeout: 10_000, interval: 10 }

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const startEm = async (identity: Identity): Promise<EmStub> => {
  const em = await startEmStub((_request, response) => response.end('hello'), identity)
  cleanups.push(em.stop)
  return em
}

const agentOf = (trust: Trust, timeoutSeconds = 10): Agent => {
  const agent = createTrustedAgent(trust, timeoutSeconds)
  cleanups.push(() => agent.destroy())
  return agent
}

describe.each(eachWay)('a request that is $name', ({ way }) => {
  it.each<[string, Trust, Identity]>([
    ['its CA', byCa, issued],
    ['a CA file that is the certificate itself', { kind: 'ca', pem: self.cert }, self],
    ['one of several CAs', { kind: 'ca', pem: `${self.cert}\n${ca}` }, issued],
    ['its pin', pinOf(self), self],
    ['its pin, though it has expired', pinOf(expired), expired],
    ['its pin, though it is for other names', pinOf(foreign), foreign],
    ['nothing at all, when told so', insecure, self],
  ])('trusts a certificate by %s', async (_name, trust, identity) => {
    const em = await startEm(identity)
    expect(await way(em.url, agentOf(trust))()).toBe('hello')
  })

  it.each<[string, Trust, Identity, string, string]>([
    [
      'self-signed',
      system,
      self,
      'em-certificate-untrusted',
      'does not trust (DEPTH_ZERO_SELF_SIGNED',
    ],
    [
      'of an unknown CA',
      system,
      issued,
      'em-certificate-untrusted',
      'does not trust (UNABLE_TO_VERIFY',
    ],
    [
      'of another CA',
      { kind: 'ca', pem: self.cert },
      issued,
      'em-certificate-untrusted',
      'not trust',
    ],
    [
      'for other names',
      byCa,
      foreign,
      'em-certificate-untrusted',
      'made for other names than this one',
    ],
    [
      'expired',
      { kind: 'ca', pem: expired.cert },
      expired,
      'em-certificate-untrusted',
      'has expired',
    ],
    ['not the pinned one', pinOf(issued), self, 'em-certificate-changed', 'EM_CERT_SHA256'],
  ])('sends nothing to a certificate that is %s', async (_name, trust, identity, code, words) => {
    const other = await startEavesdropper(identity)
    cleanups.push(other.stop)
    const failure = await appErrorOf(way(other.url, agentOf(trust))())
    expect(failure.code).toBe(code)
    expect(failure.message).toContain(words)
    expect(failure.message).toContain(`em:trust -- ${other.url}`)
    await other.ended
    expect(other.heard()).toBe('')
  })

  it('is heard by the eavesdropper of these tests where it is trusted', async () => {
    const other = await startEavesdropper(self)
    cleanups.push(other.stop)
    const failure = await appErrorOf(way(other.url, agentOf(pinOf(self)), 0.3)())
    expect(failure.code).toBe('em-timeout')
    await other.ended
    expect(other.heard()).toContain(token)
  })

  it('tells the pin it saw', async () => {
    const em = await startEm(issued)
    const failure = await appErrorOf(way(em.url, agentOf(pinOf(self)))())
    expect(failure.message).toContain(
      new X509Certificate(issued.cert).fingerprint256.replaceAll(':', ''),
    )
  })

  it.each<[string, Trust]>([
    ['a pin', pinOf(self)],
    ['a CA', { kind: 'ca', pem: self.cert }],
  ])('uses one connection for many, with %s', async (_name, trust) => {
    const em = await startEm(self)
    const ask = way(em.url, agentOf(trust))
    for (let request = 0; request < 10; request += 1) expect(await ask()).toBe('hello')
    expect(em.connections).toBe(1)
  })

  it('compares the pin of every new connection', async () => {
    const em = await startEm(self)
    const agent = agentOf(pinOf(self))
    const ask = way(em.url, agent)
    await ask()
    const { port } = em
    await em.stop()
    await expect.poll(() => Object.keys(agent.freeSockets), patience).toEqual([])
    const impostor = await startEmStub((_request, response) => response.end('hello'), issued, port)
    cleanups.push(impostor.stop)
    expect((await appErrorOf(ask())).code).toBe('em-certificate-changed')
  })

  it('is not fooled by NODE_TLS_REJECT_UNAUTHORIZED', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const em = await startEm(self)
      expect((await appErrorOf(way(em.url, agentOf(system))())).code).toBe(
        'em-certificate-untrusted',
      )
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
    }
  })
})

describe('the agent of a pin', () => {
  it('keeps no connection open that was refused', async () => {
    const em = await startEm(self)
    const ask = ways.own(em.url, agentOf(pinOf(issued)))
    await Promise.all([0, 1, 2, 3].map(() => appErrorOf(ask())))
    await expect.poll(() => em.open(), patience).toBe(0)
    expect(em.connections).toBe(4)
  })
})
