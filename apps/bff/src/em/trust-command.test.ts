import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import path from 'node:path'
import { execPath } from 'node:process'
import { describe, expect, it } from 'vitest'
import { foreign, self } from '../../test/certificates.ts'
import { startEavesdropper, startEmStub } from '../../test/em-stub.ts'
import { readConfig } from '../config.ts'

const command = path.join(import.meta.dirname, 'trust-command.ts')

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(execPath, [command, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

describe('npm run em:trust', () => {
  it('prints names, dates and a pin that EM_CERT_SHA256 takes, and sends nothing', async () => {
    const em = await startEavesdropper(self)
    const { code, out } = await run(em.url)
    em.stop()
    expect(code).toBe(0)
    expect(out).toContain('CN=em01.test')
    expect(out).toContain('itself (self-signed)')
    expect(out).toContain('DNS:localhost, IP Address:127.0.0.1')
    expect(out).toContain('Jan  1 00:00:00 2020 GMT to Dec 31 00:00:00 2049 GMT')
    expect(out).toContain('already: no (DEPTH_ZERO_SELF_SIGNED_CERT)')
    const pin = /EM_CERT_SHA256=(\S+)/.exec(out)?.[1] ?? ''
    expect(pin).toBe(new X509Certificate(self.cert).fingerprint256)
    const variables = { EM_URL: em.url, EM_USERNAME: 'u', EM_PASSWORD: 'p', EM_CERT_SHA256: pin }
    expect(readConfig(variables).em?.trust.kind).toBe('pin')
    expect(em.heard()).toBe('')
  })

  it('names the issuer of a certificate that has one', async () => {
    const em = await startEmStub(() => undefined, foreign)
    const { out } = await run(`${em.url}/api/`)
    await em.stop()
    expect(out).toContain('Issuer       CN=CDP Watch test CA')
    expect(out).toContain('DNS:em.example.com')
  })

  it('says that there is no certificate', async () => {
    const em = await startEmStub(() => undefined)
    await em.stop()
    const { code, out, err } = await run(em.url)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`No certificate from ${em.url}`)
  })

  it.each([[], ['em.example.com:9398'], ['http://em.example.com']])(
    '%j: says how it is used',
    async (...args) => {
      const { code, err } = await run(...args)
      expect(code).toBe(2)
      expect(err).toContain('https://em.example.com:9398')
    },
  )
})
