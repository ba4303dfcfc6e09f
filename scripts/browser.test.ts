import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listBrowsers } from './browser.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-browsers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function program(name: string, mode: number): string {
  const file = path.join(folder, name)
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}

/** The browsers of this test's folder: Playwright's own may be on the machine as well. */
const listed = (env: NodeJS.ProcessEnv) =>
  listBrowsers(env).filter((browser) => browser.startsWith(folder))

it('finds what the system has on its PATH, and only what can be run', () => {
  const chrome = program('google-chrome', 0o755)
  const chromium = program('chromium', 0o755)
  program('chromium-browser', 0o644)
  const paths = ['/nowhere', '', folder].join(path.delimiter)
  expect(listed({ PATH: paths })).toEqual([chromium, chrome])
})

it('puts the one named in CHROMIUM_PATH first', () => {
  program('chromium', 0o755)
  const named = path.join(folder, 'my-chrome')
  expect(listBrowsers({ PATH: folder, CHROMIUM_PATH: named })[0]).toBe(named)
})

it('finds none where there is none', () => {
  expect(listed({})).toEqual([])
})
