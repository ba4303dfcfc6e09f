import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'
import { connect } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { expired, self } from './certificates.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-tls-'))
afterAll(() => {
  checkout.remove()
  rmSync(folder, { recursive: true })
})
const certFile = path.join(folder, 'cert.pem')
const keyFile = path.join(folder, 'key.pem')

/** Sends one request over a connection of its own; what was answered, and the certificate shown. */
function ask(origin: string, method: string, where: string, body?: string) {
  return new Promise<{
    status: number
    cookies: string[]
    hsts: string
    pem: string
    said: string
  }>((resolve, reject) => {
    const sent = request(
      new URL(where, origin),
      {
        method,
        agent: new Agent({ rejectUnauthorized: false, keepAlive: false }),
        headers: body === undefined ? {} : { 'content-type': 'application/json', origin },
      },
      async (answer) => {
        const { headers, statusCode: status = 0 } = answer
        resolve({
          status,
          cookies: headers['set-cookie'] ?? [],
          hsts: headers['strict-transport-security'] ?? '',
          pem,
          said: await text(answer),
        })
      },
    )
    let pem = ''
    sent.on('socket', (socket: TLSSocket) =>
      socket.once('secureConnect', () => {
        pem = socket.getPeerX509Certificate()?.toString() ?? ''
      }),
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('HTTPS without a proxy', () => {
  it('signs people in over it, and takes a renewed certificate into use once both files are there', async (context) => {
    writeFileSync(certFile, self.cert)
    writeFileSync(keyFile, self.key)
    const em = await createRig(context).startEm()
    const bff = startProcess(
      checkout.folder,
      {
        ...variablesOf(em.target),
        ACCESS: 'em',
        TLS_CERT_FILE: certFile,
        TLS_KEY_FILE: keyFile,
      },
      checkout.folder,
    )
    context.onTestFinished(bff.kill)
    const url = await bff.ready
    expect(url).toMatch(/^https:/)
    const answer = await ask(
      url,
      'POST',
      '/api/sign-in',
      JSON.stringify({ username: 'DEMO\\operator', password: 'demo' }),
    )
    expect(answer.status, answer.said).toBe(200)
    expect(answer.cookies[0]).toMatch(/^__Host-cdp-watch=.*; Secure; SameSite=Strict$/)
    expect(answer.hsts).toBe('max-age=31536000')
    expect(answer.pem).toBe(self.cert)

    writeFileSync(certFile, expired.cert)
    await until(
      () => bff.err(),
      (err) => err.includes('the old one stays'),
    )
    expect((await ask(url, 'GET', '/healthz')).pem).toBe(self.cert)
    writeFileSync(keyFile, expired.key)
    const renewed = await until(
      () => ask(url, 'GET', '/healthz'),
      ({ pem }) => pem === expired.cert,
    )
    expect(renewed.status).toBe(200)
    expect(bff.err()).not.toContain('BEGIN PRIVATE KEY')
  })

  it('speaks no old TLS, and survives what is none', async (context) => {
    writeFileSync(certFile, self.cert)
    writeFileSync(keyFile, self.key)
    const bff = startProcess(
      checkout.folder,
      { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile },
      checkout.folder,
    )
    context.onTestFinished(bff.kill)
    const url = await bff.ready
    const { hostname, port } = new URL(url)
    const old = connect({
      host: hostname,
      port: Number(port),
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    const refusal = await new Promise<Error>((resolve, reject) => {
      old.once('error', resolve)
      old.once('secureConnect', () => reject(new Error('old TLS was taken')))
    })
    expect(refusal.message).toMatch(/version|alert/)
    await expect(fetch(`http://${hostname}:${port}/healthz`)).rejects.toThrow()
    expect((await ask(url, 'GET', '/healthz')).status).toBe(200)
  })
})
