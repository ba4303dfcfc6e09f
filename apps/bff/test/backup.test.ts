import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execPath } from 'node:process'
import { freshnessSchema } from '@cdp-watch/contract'
import { expect, it, type TestContext } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { call } from './http-call.ts'
import { readIndexContent } from './index-content.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const patienceMs = 60_000
const bff = path.resolve(import.meta.dirname, '..')

/** Runs `npm run backup` or `restore` as npm does. */
async function command(name: 'backup' | 'restore', dataDir: string, folder: string) {
  const script = path.join(bff, `src/backup/${name}-command.ts`)
  const option = name === 'backup' ? '--to' : '--from'
  const child = spawn(execPath, [script, option, folder], {
    env: { DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, text }
}

async function createSetting(context: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-backup-'))
  const checkout = makeCheckout()
  context.onTestFinished(() => {
    checkout.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const em = await createRig(context).startEm({ days: 4 })
  const start = async (dataDir: string, variables: Record<string, string> = {}) => {
    const process = startProcess(
      checkout.folder,
      {
        ...variablesOf(em.target),
        DATA_DIR: dataDir,
        HISTORY_DAYS: '3',
        EM_POLL_SECONDS: '5',
        ...variables,
      },
      folder,
    )
    context.onTestFinished(process.kill)
    const url = await process.ready
    const freshness = async () => freshnessSchema.parse((await call(url, '/api/freshness')).json())
    return { ...process, url, freshness }
  }
  const at = (name: string) => path.join(folder, name)
  return { em, start, at }
}

it('is taken while the dashboard collects, and is as good as what it was taken of', async (context) => {
  const { em, start, at } = await createSetting(context)
  const running = await start(at('data'))
  // Somebody is refused, which the audit writes down.
  await call(running.url, '/api/freshness', { headers: { host: 'elsewhere.example.com' } })
  await until(running.freshness, ({ index }) => index.sessions > 0, patienceMs)
  const early = await command('backup', at('data'), at('early'))
  expect(early, early.text).toMatchObject({ code: 0 })
  const isDone = ({ index }: Awaited<ReturnType<typeof running.freshness>>) =>
    index.state === 'ready' && index.reasonsWaiting === 0
  await until(running.freshness, isDone, patienceMs)
  const late = await command('backup', at('data'), at('late'))
  expect(late, late.text).toMatchObject({ code: 0 })
  expect(readdirSync(at('late')).toSorted()).toEqual([
    'cdp-watch-access.sqlite',
    'cdp-watch.sqlite',
  ])
  expect(statSync(path.join(at('late'), 'cdp-watch.sqlite')).mode & 0o777).toBe(0o600)

  // Not while somebody else has it open.
  const refused = await command('restore', at('data'), at('late'))
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.text).toMatch(/is in use by another CDP Watch/)
  expect((await running.freshness()).index.error).toBeNull()

  running.child.kill('SIGTERM')
  await running.ended
  const before = readIndexContent(at('data'))
  expect(before.sessions.size).toBeGreaterThan(0)
  await em.halt()

  expect((await command('restore', at('fresh'), at('late'))).code).toBe(0)
  const restored = await start(at('fresh'))
  const { index } = await restored.freshness()
  expect(index.sessions).toBe(before.sessions.size)
  restored.child.kill('SIGTERM')
  await restored.ended
  expect(readIndexContent(at('fresh'))).toEqual(before)

  // What is replaced is kept.
  const replaced = await command('restore', at('fresh'), at('early'))
  expect(replaced, replaced.text).toMatchObject({ code: 0 })
  const aside = readdirSync(at('fresh')).find((name) => name.startsWith('before-restore-')) ?? ''
  expect(readIndexContent(path.join(at('fresh'), aside))).toEqual(before)
  const again = await start(at('fresh'))
  await until(again.freshness, ({ index: { sessions } }) => sessions > 0, patienceMs)
}, 180_000)

it('refuses a damaged backup, one that is none, and no folder, and changes nothing', async (context) => {
  const { start, at } = await createSetting(context)
  const running = await start(at('data'))
  await until(running.freshness, ({ index }) => index.sessions > 0, patienceMs)
  expect((await command('backup', at('data'), at('data'))).text).toMatch(/Name another folder/)
  expect((await command('backup', at('nothing'), at('copy'))).text).toMatch(/There is no index/)
  expect((await command('backup', at('data'), '')).text).toMatch(/Usage: npm run backup/)
  expect((await command('backup', at('data'), at('copy'))).code).toBe(0)
  await running.kill()
  const file = path.join(at('copy'), 'cdp-watch.sqlite')
  truncateSync(file, Math.floor(statSync(file).size / 2))
  const bytes = readFileSync(path.join(at('data'), 'cdp-watch.sqlite'))
  const damaged = await command('restore', at('data'), at('copy'))
  expect(damaged).toMatchObject({ code: 1 })
  expect(damaged.text).toMatch(/is damaged/)
  expect((await command('restore', at('data'), at('elsewhere'))).text).toMatch(/no backup/)
  expect(readFileSync(path.join(at('data'), 'cdp-watch.sqlite')).equals(bytes)).toBe(true)
  expect(readdirSync(at('data')).filter((name) => /incoming|before-restore/.test(name))).toEqual([])
  expect(existsSync(at('elsewhere'))).toBe(false)
}, 120_000)
