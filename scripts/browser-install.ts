import { stderr } from 'node:process'
import { isRoot, listBrowsers } from './browser.ts'
import { runNode, runProgram } from './child-process.ts'
import { toolPath } from './tool.ts'

interface Installation {
  /** What is done, for people: "Installing …". */
  what: string
  /** Runs it; its exit code, 0 when it went well. */
  run(): Promise<number>
}

const packageManagers: readonly { name: string; commands: readonly (readonly string[])[] }[] = [
  { name: 'apt-get', commands: [['update'], ['install', '--yes', 'chromium']] },
  { name: 'dnf', commands: [['install', '--assumeyes', 'chromium']] },
  { name: 'apk', commands: [['add', 'chromium']] },
  { name: 'pacman', commands: [['--sync', '--refresh', '--noconfirm', 'chromium']] },
]

/**
 * Gives a Chromium that starts, installing one where there is none: Playwright's own, or where
 * that cannot be had, the system's. Throws an Error that says what was tried and what to do.
 */
export async function provideBrowser({
  list = listBrowsers,
  starts = startsUp,
  installations = listInstallations,
  say = (sentence) => stderr.write(`${sentence}\n`),
}: {
  list?: () => readonly string[]
  starts?: (browser: string) => Promise<boolean>
  installations?: () => Promise<readonly Installation[]>
  say?: (sentence: string) => void
} = {}): Promise<string> {
  const tried: string[] = []
  const broken = new Set<string>()
  const find = async () => {
    for (const browser of list()) {
      if (await starts(browser)) return browser
      broken.add(browser)
    }
    return undefined
  }
  const present = await find()
  if (present) return present
  for (const { what, run } of await installations()) {
    say(`No Chromium starts on this machine. Installing ${what} …`)
    const code = await run()
    const installed = await find()
    if (installed) return installed
    tried.push(`${what} (exit code ${code})`)
  }
  throw new Error(
    [
      'There is no Chromium that starts, and none could be installed.',
      `Tried: ${tried.join('; ') || 'nothing, for want of rights and package managers'}.`,
      ...(broken.size > 0 ? [`Found, but does not start: ${[...broken].join(', ')}.`] : []),
      'Install Chromium or Google Chrome, or name one in CHROMIUM_PATH.',
    ].join(' '),
  )
}

/** Ubuntu's `chromium-browser` without snap, and a download without its libraries, exist but do not start. */
async function startsUp(browser: string): Promise<boolean> {
  try {
    return (await runProgram(browser, ['--version'], { output: 'kept' })).code === 0
  } catch (error) {
    stderr.write(`${browser} does not start: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

async function listInstallations(): Promise<Installation[]> {
  const asRoot = await rootPrefix()
  const playwright = (options: readonly string[]) =>
    runNode([toolPath('playwright'), 'install', ...options, 'chromium'], { output: 'shown' }).then(
      (ended) => ended.code,
    )
  const own = {
    what: "Playwright's Chromium",
    // Its libraries come from the system's package manager, which only the administrator may use.
    run: () => playwright(asRoot ? ['--with-deps'] : []),
  }
  if (!asRoot) return [own]
  const bare = { what: "Playwright's Chromium, without its libraries", run: () => playwright([]) }
  return [own, bare, ...(await listSystemInstallations(asRoot))]
}

async function listSystemInstallations(asRoot: readonly string[]): Promise<Installation[]> {
  const manager = await firstThatRuns(packageManagers)
  if (!manager) return []
  const run = async () => {
    for (const command of manager.commands) {
      const [program = manager.name, ...args] = [...asRoot, manager.name, ...command]
      const { code } = await runProgram(program, args, { output: 'shown' })
      if (code !== 0) return code
    }
    return 0
  }
  return [{ what: `the system's Chromium by ${manager.name}`, run }]
}

async function firstThatRuns<T extends { name: string }>(
  each: readonly T[],
): Promise<T | undefined> {
  for (const one of each) if (await runs(one.name, ['--version'])) return one
  return undefined
}

/** What is to stand before a command so that it runs as the administrator; undefined where that is not allowed. */
async function rootPrefix(): Promise<readonly string[] | undefined> {
  if (isRoot) return []
  return (await runs('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined
}

async function runs(program: string, args: readonly string[]): Promise<boolean> {
  try {
    return (await runProgram(program, args, { output: 'kept' })).code === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
