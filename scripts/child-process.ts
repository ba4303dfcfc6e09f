import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { execPath, exit } from 'node:process'
import { root } from './root.ts'

interface RunOptions {
  /** Working directory; the checkout by default. */
  cwd?: string
  /** Environment; this process's by default. */
  env?: NodeJS.ProcessEnv
  /** `shown` goes straight to the terminal, `kept` is given back. */
  output: 'shown' | 'kept'
}

export interface Ended {
  /** Exit code; 128 and the signal's number where a signal ended it, as shells count. */
  code: number
  /** Standard output and error in the order they came; empty where they were shown. */
  text: string
}

const shellWatchMs = 250
const stopSignals = ['SIGINT', 'SIGTERM'] as const

/** Runs Node with these arguments and without standard input. Rejects where it cannot be started. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Ended> {
  return runProgram(execPath, args, options)
}

/**
 * Runs a program to its end. When this process is told to stop, the program is told so too, and
 * this process ends after it. Rejects where it cannot be started.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd = root, env = process.env, output }: RunOptions,
): Promise<Ended> {
  const stream = output === 'shown' ? 'inherit' : 'pipe'
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', stream, stream] })
  let text = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  let interrupted: NodeJS.Signals | undefined
  const release = passSignals([child], (signal) => {
    interrupted = signal
  })
  const code = await ended(child).finally(release)
  if (interrupted) exit(signalCode(interrupted))
  return { code, text }
}

/** Tells the children to stop when this process is told to; `onSignal` hears of it first. Gives the way to end that. */
export function passSignals(
  children: readonly ChildProcess[],
  onSignal?: (signal: NodeJS.Signals) => void,
): () => void {
  const pass = (signal: NodeJS.Signals) => {
    onSignal?.(signal)
    for (const child of children) child.kill(signal)
  }
  const shell = process.ppid
  const watchShell = () => {
    if (process.ppid === shell) return
    clearInterval(watch)
    pass('SIGTERM')
  }
  // The shell between npm and this process dies of SIGTERM without passing it on (dash does).
  const watch = setInterval(watchShell, shellWatchMs).unref()
  if (process.env.npm_lifecycle_event === undefined) clearInterval(watch)
  for (const signal of stopSignals) process.on(signal, pass)
  return () => {
    clearInterval(watch)
    for (const signal of stopSignals) process.off(signal, pass)
  }
}

/** Exit code of a child once it ended and its output is read. Rejects where it could not be started. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signalCode(signal)))
  })
}

function signalCode(signal: NodeJS.Signals | null): number {
  return 128 + (signal ? constants.signals[signal] : 0)
}
