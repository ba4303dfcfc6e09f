import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { getuid } from 'node:process'
import { chromium, type LaunchOptions } from '@playwright/test'

/** Names under which systems install a Chromium. */
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Variable that names the browser to use before all others. */
export const browserVariable = 'CHROMIUM_PATH'

/** Whether this process is the system's administrator, under whom Chromium refuses its sandbox. */
export const isRoot = getuid?.() === 0

/** Every Chromium there is, best first: the one named, Playwright's own, the system's. Absolute paths. */
export function listBrowsers(env: NodeJS.ProcessEnv = process.env): string[] {
  const named = env[browserVariable]
  const own = chromium.executablePath()
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const system = systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [
    ...(named ? [path.resolve(named)] : []),
    ...(existsSync(own) ? [own] : []),
    ...system.filter(isExecutable),
  ]
}

/** How Playwright is to launch Chromium here. Without any, Playwright says itself that there is none. */
export function browserLaunch(): LaunchOptions {
  const executablePath = listBrowsers()[0]
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
