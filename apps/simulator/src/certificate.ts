import { randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A self-signed certificate with its key, in PEM, and its SHA-256 fingerprint in colons. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  readonly sha256: string
}

const fileName = 'certificate.pem'
const yearMs = 365 * 86_400_000

/** Key and certificate lie in one file, so that two simulators starting at once never mix their halves. */
function split(pem: string): Certificate | undefined {
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/s.exec(
    pem,
  )?.[0]
  const cert = /-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/s.exec(pem)?.[0]
  if (key === undefined || cert === undefined) return undefined
  return { key, cert, sha256: new X509Certificate(cert).fingerprint256 }
}

async function readKept(directory: string): Promise<Certificate | undefined> {
  let pem: string
  try {
    pem = await readFile(join(directory, fileName), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const kept = split(pem)
  const fresh =
    kept !== undefined && new X509Certificate(kept.cert).validToDate.getTime() > Date.now()
  return fresh ? kept : undefined
}

async function make(): Promise<string> {
  const names = [...new Set(['localhost', hostname().toLowerCase()])]
  const pems = await generate([{ name: 'commonName', value: 'em01.demo.lab' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    notAfterDate: new Date(Date.now() + 2 * yearMs),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return `${pems.private}\n${pems.cert}\n`
}

/** The certificate kept in a directory; made at the first start, and anew when it has expired. */
export async function keepCertificate(directory: string): Promise<Certificate> {
  const kept = await readKept(directory)
  if (kept) return kept
  const pem = await make()
  await mkdir(directory, { recursive: true })
  const draft = join(directory, `${fileName}.${randomUUID()}`)
  await writeFile(draft, pem, { mode: 0o600 })
  await rename(draft, join(directory, fileName))
  const made = split(pem)
  if (!made) throw new Error('the certificate just made cannot be read')
  return made
}
