import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { Server as TlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { Logger } from 'pino'
import type { TlsFiles } from '../config-front.ts'

const lookEveryMs = 5000

/**
 * Takes a renewed certificate into use without a restart, once its files hold a certificate and its key:
 * they are replaced one after the other. Until then, and where they cannot be read, the old one stays and
 * the log says why, once. Looks every `everyMs` milliseconds; ends with the server.
 */
export function renewCertificate(
  server: Server,
  files: TlsFiles,
  log: Logger,
  everyMs = lookEveryMs,
): void {
  if (!(server instanceof TlsServer)) return
  let used = { cert: files.cert, key: files.key }
  let complaint = ''
  const look = async () => {
    try {
      const [cert, key] = await Promise.all([
        readFile(files.certFile, 'utf8'),
        readFile(files.keyFile, 'utf8'),
      ])
      if (cert === used.cert && key === used.key) return
      createSecureContext({ cert, key })
      server.setSecureContext({ cert, key, minVersion: 'TLSv1.2' })
      used = { cert, key }
      complaint = ''
      log.info('the certificate of this server was renewed')
    } catch (error) {
      if (String(error) === complaint) return
      complaint = String(error)
      log.warn({ err: error }, 'the certificate in TLS_CERT_FILE cannot be used; the old one stays')
    }
  }
  const timer = setInterval(() => void look(), everyMs).unref()
  server.once('close', () => clearInterval(timer))
}
