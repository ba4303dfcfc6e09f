import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import type { EmTarget } from '../src/config.ts'

/** The dashboard as people start it, in a process of its own. */
export interface BffProcess {
  child: ChildProcess
  /** What it wrote to standard output and standard error so far. */
  out(): string
  err(): string
  /** Its address, once it has said so. Rejects where it ends before. */
  ready: Promise<string>
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
  /** Ends it at once, if it has not ended. */
  kill(): Promise<void>
}

const workspace = path.resolve(import.meta.dirname, '../../..')

/**
 * A checkout in miniature with a page in place of the built web app, so that these tests need no
 * build. Everything else is the real one.
 */
export function makeCheckout(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-checkout-'))
  const app = path.join(folder, 'apps/bff')
  mkdirSync(path.join(folder, 'apps/web/dist'), { recursive: true })
  for (const page of ['index.html', 'wall.html']) {
    const file = path.join(folder, 'apps/web/dist', page)
    writeFileSync(file, '<!doctype html><title>CDP Watch</title>')
  }
  cpSync(path.join(workspace, 'apps/bff/src'), path.join(app, 'src'), { recursive: true })
  cpSync(path.join(workspace, 'apps/bff/package.json'), path.join(app, 'package.json'))
  symlinkSync(path.join(workspace, 'apps/simulator'), path.join(folder, 'apps/simulator'), 'dir')
  symlinkSync(path.join(workspace, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The variables that lead to this EM, without a sign-in. */
export function variablesOf(em: EmTarget): Record<string, string> {
  return {
    EM_URL: em.url,
    EM_USERNAME: em.username,
    EM_PASSWORD: em.password,
    ACCESS: 'open',
    ...(em.trust.kind === 'pin' ? { EM_CERT_SHA256: em.trust.sha256 } : {}),
  }
}

interface StartOptions {
  /** A program, and its arguments, that starts it in its place, e.g. with limits. It must become it (exec). */
  prefix?: readonly string[]
  /** Modules that are imported before its own code. */
  modules?: readonly string[]
}

/** Starts `main.ts` of a checkout in the folder `cwd`, with these variables and no others of the developer's. */
export function startProcess(
  checkout: string,
  variables: Record<string, string | undefined>,
  cwd: string,
  { prefix = [], modules = [] }: StartOptions = {},
): BffProcess {
  const { PATH = '', SystemRoot = '' } = process.env
  const imports = modules.flatMap((module) => ['--import', pathToFileURL(module).href])
  const [program = execPath, ...args] = [
    ...prefix,
    execPath,
    ...imports,
    path.join(checkout, 'apps/bff/src/main.ts'),
  ]
  const child = spawn(program, args, {
    cwd,
    env: {
      // Its second start in a test file is faster by half.
      NODE_COMPILE_CACHE: path.join(checkout, 'compiled'),
      PATH,
      SystemRoot,
      PORT: '0',
      DATA_DIR: mkdtempSync(path.join(checkout, 'data-')),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      const address = /^CDP Watch is at (\S+)/m.exec(out)?.[1]
      if (address) resolve(address)
    })
    ended.then(() => reject(new Error(`it ended at its start:\n${err}`)), reject)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  // Who waits for the end alone does not ask for the address.
  ready.catch(() => undefined)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { child, out: () => out, err: () => err, ready, ended, kill }
}
