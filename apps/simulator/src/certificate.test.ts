import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepCertificate } from './certificate.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'simulator-'))
})
afterAll(() => rm(directory, { recursive: true }))

describe('the certificate', () => {
  it('is made once, readable by its owner alone, and kept', async () => {
    const nested = join(directory, 'not', 'there', 'yet')
    const made = await keepCertificate(nested)
    expect(await keepCertificate(nested)).toEqual(made)
    expect((await stat(join(nested, 'certificate.pem'))).mode & 0o777).toBe(0o600)
  })

  it('is valid for this machine and signed by itself', async () => {
    const { cert, sha256 } = await keepCertificate(join(directory, 'names'))
    const certificate = new X509Certificate(cert)
    expect(certificate.fingerprint256).toBe(sha256)
    expect(sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    for (const name of ['localhost', hostname()]) expect(certificate.checkHost(name)).toBeTruthy()
    for (const address of ['127.0.0.1', '::1']) expect(certificate.checkIP(address)).toBe(address)
  })

  it('is made anew when it has expired or cannot be read', async () => {
    const old = await generate([{ name: 'commonName', value: 'old' }], {
      notBeforeDate: new Date('2020-01-01'),
      notAfterDate: new Date('2020-02-01'),
      algorithm: 'sha256',
    })
    const file = join(directory, 'certificate.pem')
    for (const content of [`${old.private}\n${old.cert}\n`, 'rubbish']) {
      await writeFile(file, content)
      const { cert } = await keepCertificate(directory)
      expect(new X509Certificate(cert).validToDate.getTime()).toBeGreaterThan(Date.now())
    }
  })

  it('does not replace one that it may not read', async () => {
    await expect(keepCertificate('/dev/null')).rejects.toThrow(/ENOTDIR/)
  })
})
