import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createApp } from '../src/app.ts'
import { type Config, type EmTarget, readConfig } from '../src/config.ts'
import { createHttpServer } from '../src/http-server.ts'
import { createLog } from '../src/ops/log.ts'
import { type Called, call } from './http-call.ts'

/** A dashboard in this process, without its `main.ts`. */
export interface TestBff {
  url: string
  /** All that it has logged so far, at level trace. */
  logged(): string
  get(path: string, options?: Parameters<typeof call>[2]): Promise<Called>
  /** Waits until `/readyz` answers with this status. */
  awaitReadiness(status: number): Promise<Called>
  /** Can be called again. */
  stop(): Promise<void>
}

/** A page as the build leaves it: the placeholder stands where the nonce belongs. */
const page = `<!doctype html><title>CDP Watch</title><meta name="nonce" content="__CSP_NONCE__">`

const wallPage = '<!doctype html><title>CDP Watch wall</title>'

/** One of the page's scripts. */
export const script = 'export const words = "one"\n'.repeat(100)

/** Lays down a web app as the build does, with its scripts compressed. */
function layWebApp(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-web-'))
  writeFileSync(path.join(folder, 'index.html'), page)
  writeFileSync(path.join(folder, 'wall.html'), wallPage)
  mkdirSync(path.join(folder, 'assets'))
  const file = path.join(folder, 'assets/app.js')
  writeFileSync(file, script)
  writeFileSync(`${file}.br`, brotliCompressSync(script))
  writeFileSync(`${file}.gz`, gzipSync(script))
  return folder
}

/**
 * Starts a dashboard against this EM on a free port. It logs on at once; it has an index, and asks EM
 * by itself, only where a test `collects`.
 */
export async function startBff(
  em: EmTarget,
  { collects = false, ...changes }: Partial<Config> & { collects?: boolean } = {},
): Promise<TestBff> {
  const webDir = layWebApp()
  let log = ''
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-data-'))
  const app = createApp({
    config: {
      ...readConfig({ EM_POLL_SECONDS: '3600', EM_TIMEOUT_SECONDS: '20' }),
      dataDir,
      ...changes,
    },
    em,
    about: { version: '0.0.0', demo: false, emUrl: em.url },
    log: createLog('trace', {
      write: (line) => {
        log += line
      },
    }),
    webDir,
  })
  if (collects) await app.open()
  const server = createHttpServer(app.express)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const url = `http://127.0.0.1:${address.port}`
  app.logOn()
  if (collects) app.start()
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    app.endStreams()
    server.closeAllConnections()
    await app.stop()
    await closed
    for (const folder of [webDir, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  let stopping: Promise<void> | undefined
  return {
    url,
    logged: () => log,
    get: (where, options) => call(url, where, options),
    awaitReadiness: (status) => awaitStatus(url, status),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function awaitStatus(url: string, status: number): Promise<Called> {
  let last = await call(url, '/readyz')
  for (let waited = 0; last.status !== status && waited < 400; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    last = await call(url, '/readyz')
  }
  if (last.status !== status) throw new Error(`/readyz still answers ${last.status}: ${last.text}`)
  return last
}
