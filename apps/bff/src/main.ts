import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { exit, stderr, stdout } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import packageJson from '../package.json' with { type: 'json' }
import { AccessUnusable } from './access/access-database.ts'
import { type Config, loadDotEnv, readConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { DataDirLock, DataDirRefused } from './data-dir-lock.ts'
import { startDemo } from './demo.ts'
import { renewCertificate } from './http/renew-certificate.ts'
import { createHttpServer } from './http-server.ts'
import { createLog } from './ops/log.ts'
import { IndexUnusable } from './session-index/store/index-unusable.ts'
import { beginThreads } from './session-index/threads/begin-threads.ts'

const webDir = path.resolve(import.meta.dirname, '../../web/dist')
const foreignHost = 'HOST is not an address of this machine, e.g. 127.0.0.1'
const listenWords: Record<string, string> = {
  EADDRINUSE: 'PORT is taken by another program on this address; set another one, e.g. 8081.',
  EACCES: 'PORT may not be used by this account; set one above 1023, e.g. 8080.',
  EADDRNOTAVAIL: foreignHost,
  ENOTFOUND: foreignHost,
  EAI_AGAIN: foreignHost,
}
const stopPatienceMs = 3000
/** Failures of the start whose message says all that a person needs. */
const expectedFailures = [ConfigError, DataDirRefused, IndexUnusable, AccessUnusable]

async function main(config: Config): Promise<void> {
  if (!existsSync(path.join(webDir, 'wall.html'))) {
    throw new ConfigError(
      'The web app is not built yet: `npm start` builds it, or run `npm run build` first.',
    )
  }
  const log = createLog(config.logLevel)
  const lock = DataDirLock.acquire(config.dataDir)
  // Their modules take as long to load as those of this thread, and can do so meanwhile.
  const threads = beginThreads(config, config.em === undefined)
  const { createApp } = await import('./app.ts')
  const demo = config.em ? undefined : await startDemo(config.dataDir)
  const em = config.em ?? demo?.em
  if (!em) throw new ConfigError('There is no Enterprise Manager to use.')
  if (em.trust.kind === 'insecure') {
    log.warn(
      'EM_TLS_INSECURE=true: whoever stands between this server and Enterprise Manager can read its password',
    )
  }
  const about = {
    version: packageJson.version,
    demo: demo !== undefined,
    emUrl: em.url,
  }
  const app = createApp({ config, em, about, log, webDir, threads })
  await app.open()

  const { tls } = config.front
  const server = createHttpServer(app.express, config.front)
  if (tls) renewCertificate(server, tls, log)
  server.listen(config.port, config.host)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  stdout.write(
    `CDP Watch is at ${tls ? 'https' : 'http'}://${host}:${port} · ${demo ? 'demo data' : em.url}\n`,
  )
  app.logOn()
  app.start()

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const closed = once(server, 'close')
    server.close()
    app.endStreams()
    // Answers under way still need the logon.
    await Promise.race([closed, sleep(stopPatienceMs)])
    server.closeAllConnections()
    await app.stop()
    demo?.stop()
    lock.release()
    exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  await main(readConfig(loadDotEnv()))
} catch (error) {
  stderr.write(`${startFailure(error)}\n`)
  exit(1)
}

function startFailure(error: unknown): string {
  return `CDP Watch cannot start.\n${failureWords(error)}`
}

function failureWords(error: unknown): string {
  if (error instanceof Error && expectedFailures.some((kind) => error instanceof kind))
    return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    listenWords[code] ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  )
}
