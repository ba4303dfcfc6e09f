import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const stopPatienceMs = 10_000

/** A server started for a test as a process of its own. */
export interface ServerProcess {
  child: ChildProcess
  /** Everything it wrote so far, for the report of a test that failed. */
  written(): string
  /**
   * Tells it to stop and waits; its exit code, or the signal that ended it. Can be called again.
   * Rejects where it does not stop in time; it is killed then.
   */
  stop(): Promise<number | NodeJS.Signals | null>
}

/**
 * Starts a server. It gets only the environment given here, never the developer's: a forgotten
 * EM_URL must not send a test to a real Enterprise Manager. It ends with this process.
 */
export function startServer(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'stdio' | 'cwd' | 'env'>,
): ServerProcess {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env
  const child = spawn(program, args, {
    ...options,
    env: { PATH, HOME, TMPDIR, SystemRoot, ...options.env },
  })
  let text = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  // Closed, not ended: what a program like npm started itself still holds its output.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    if (!(await withinPatience(closed))) {
      child.kill('SIGKILL')
      throw new Error(`${program} ${args.join(' ')} did not stop:\n${text}`)
    }
    return child.exitCode ?? child.signalCode
  }
  return { child, written: () => text, stop }
}

async function withinPatience(stopped: Promise<void>): Promise<boolean> {
  const late = new AbortController()
  const tooLate = sleep(stopPatienceMs, false, { signal: late.signal }).catch(() => true)
  const inTime = await Promise.race([stopped.then(() => true), tooLate])
  late.abort()
  return inTime
}

/**
 * Waits until a server announces itself. Rejects with what it wrote where it ends before, or does
 * not do so in time; it is stopped then.
 */
export async function awaitAnnouncement<T>(
  server: ServerProcess,
  name: string,
  listen: (found: (announcement: T) => void) => void,
  patienceMs = 30_000,
): Promise<T> {
  const early = new AbortController()
  try {
    return await Promise.race([
      new Promise<T>((resolve, reject) => {
        server.child.once('error', reject)
        server.child.once('close', (code, signal) =>
          reject(new Error(`${name} ended at its start (${code ?? signal}):\n${server.written()}`)),
        )
        listen(resolve)
      }),
      sleep(patienceMs, undefined, { signal: early.signal }).then(() => {
        throw new Error(`${name} did not start within ${patienceMs} ms:\n${server.written()}`)
      }),
    ])
  } catch (error) {
    await server.stop()
    throw error
  } finally {
    early.abort()
  }
}

/** A folder of its own for a server's data, and the way to remove it; it goes with this process at the latest. */
export function makeDataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-e2e-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', clear)
  const remove = () => {
    process.off('exit', clear)
    clear()
  }
  return { folder, remove }
}
