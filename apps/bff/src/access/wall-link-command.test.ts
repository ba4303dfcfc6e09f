import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execPath } from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { WallLinkStore } from './wall-link-store.ts'

const command = path.join(import.meta.dirname, 'wall-link-command.ts')

/** Runs the command with these arguments in a data folder of its own. */
function run(...args: readonly string[]) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cdp-watch-command-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = { DATA_DIR: dataDir, PORT: '8099', HOST: '127.0.0.1' }
  const { status, stdout, stderr } = spawnSync(execPath, [command, ...args], {
    cwd: dataDir,
    env,
    encoding: 'utf8',
  })
  return { dataDir, status, stdout, stderr }
}

it('makes a link whose address it prints', () => {
  const { dataDir, status, stdout } = run('--name', 'NOC north')
  expect(status).toBe(0)
  const secret = /http:\/\/127\.0\.0\.1:8099\/wall\/open\/([\w-]{43})\n/.exec(stdout)?.[1]
  const store = new WallLinkStore(dataDir)
  onTestFinished(() => store.close())
  expect(store.find(secret ?? '')).toMatchObject({ isRevoked: false })
  expect(store.list(Date.now())).toMatchObject([{ name: 'NOC north' }])
})

it.each([[[]], [['--name', '']], [['--nam', 'x']]])(
  'does nothing for %j but say what it takes',
  (args) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(/Usage: npm run wall-link -- --name|Unknown option/)
  },
)
