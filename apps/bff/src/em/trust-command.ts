import type { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { argv, exit } from 'node:process'
import { connect } from 'node:tls'
import { createSystemContext } from './trust.ts'

/** `npm run em:trust -- https://host:9398`: prints what a person compares before trusting a certificate. */
const given = argv[2] ?? ''
const url = URL.canParse(given) ? new URL(given) : undefined
if (url?.protocol !== 'https:') {
  console.error('Usage: npm run em:trust -- https://em.example.com:9398')
  exit(2)
}
const host = url.hostname.replace(/^\[|\]$/g, '')
const port = Number(url.port || 443)

// Nothing is sent over this connection, so a stranger at the other end learns nothing.
const socket = connect({
  host,
  port,
  rejectUnauthorized: false,
  secureContext: createSystemContext(),
  ...(isIP(host) ? {} : { servername: host }),
})
socket.setTimeout(15_000, () => socket.destroy(new Error('no answer within 15 s')))
socket.once('error', (error) => {
  console.error(`No certificate from ${url.origin}: ${error.message}`)
  exit(1)
})
socket.once('secureConnect', () => {
  const certificate = socket.getPeerX509Certificate()
  if (!certificate) {
    console.error(`${url.origin} shows no certificate`)
    exit(1)
  }
  console.log(
    describe(certificate, socket.authorized ? 'yes' : `no (${socket.authorizationError})`),
  )
  socket.end()
})

function describe(certificate: X509Certificate, trusted: string): string {
  const flat = (text: string | undefined) => (text ?? 'none').replaceAll('\n', ', ')
  // Not checkIssued(): certificates such as EM's own are not allowed to issue any, themselves included.
  const selfSigned = certificate.verify(certificate.publicKey)
  return `Certificate shown by ${url?.origin}
  Subject      ${flat(certificate.subject)}
  Issuer       ${selfSigned ? 'itself (self-signed)' : flat(certificate.issuer)}
  Names        ${flat(certificate.subjectAltName)}
  Valid        ${certificate.validFrom} to ${certificate.validTo}
  Trusted by this machine already: ${trusted}
  SHA-256      ${certificate.fingerprint256}

Compare the SHA-256 with the one the server itself shows (on it, in PowerShell:
  Get-ChildItem Cert:\\LocalMachine\\My | Format-List Subject, NotAfter, @{n='SHA256';e={$_.GetCertHashString('SHA256')}}).
Only if they are the same:
  EM_CERT_SHA256=${certificate.fingerprint256}`
}
