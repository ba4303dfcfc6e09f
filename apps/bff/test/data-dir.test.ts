import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { execPath } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { DataDirLock, DataDirTaken } from '../src/data-dir-lock.ts'
import { type BffProcess, makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { makeDataDir } from './fault-rig.ts'
import { call } from './http-call.ts'
import { canMount, privateMount } from './private-mount.ts'
import { createRig } from './rig.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

/** Starts dashboards of one EM on one data folder. */
async function startsOn(context: TestContext, dataDir: string): Promise<() => BffProcess> {
  const em = await createRig(context).startEm({ policies: 3, vms: 1, days: 1 })
  return () => {
    const variables = { ...variablesOf(em.target), DATA_DIR: dataDir, HISTORY_DAYS: '1' }
    const bff = startProcess(checkout.folder, variables, checkout.folder)
    context.onTestFinished(bff.kill)
    return bff
  }
}

describe.concurrent('a data folder', { timeout: 120_000 }, () => {
  it('is for one dashboard: a second is refused in words, and the first goes on', async (context) => {
    const dataDir = makeDataDir(context)
    const start = await startsOn(context, dataDir)
    const first = start()
    const url = await first.ready
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.err()).toBe(
      `CDP Watch cannot start.\nThe data folder ${dataDir} is in use by another CDP Watch that is running. ` +
        'Stop that one, or set DATA_DIR to another folder.\n',
    )
    expect(second.out()).toBe('')
    expect((await call(url, '/healthz')).status).toBe(200)
    expect(() => DataDirLock.acquire(dataDir)).toThrow(DataDirTaken)
  })

  it('is free again when its dashboard was killed', async (context) => {
    const start = await startsOn(context, makeDataDir(context))
    const first = start()
    await first.ready
    await first.kill()
    expect(await start().ready).toMatch(/^http:/)
  })

  it('is waited for while its dashboard still ends, as at a restart', async (context) => {
    const dataDir = makeDataDir(context)
    const start = await startsOn(context, dataDir)
    const lock = DataDirLock.acquire(dataDir)
    const bff = start()
    await sleep(1500)
    expect(bff.out()).toBe('')
    lock.release()
    expect(await bff.ready).toMatch(/^http:/)
  })

  it('takes a new wall link beside its dashboard', async (context) => {
    const dataDir = makeDataDir(context)
    const bff = (await startsOn(context, dataDir))()
    await bff.ready
    const command = path.join(checkout.folder, 'apps/bff/src/access/wall-link-command.ts')
    const env = { DATA_DIR: dataDir, PORT: '8099' }
    const made = spawnSync(execPath, [command, '--name', 'NOC'], { cwd: dataDir, env })
    expect(String(made.stderr)).toBe('')
    expect(made.status).toBe(0)
  })

  it.skipIf(!canMount)('that cannot be written is refused in one sentence', async (context) => {
    const { folder, prefix, remove } = privateMount('ro')
    context.onTestFinished(remove)
    const em = await createRig(context).startEm()
    const variables = { ...variablesOf(em.target), DATA_DIR: folder }
    const bff = startProcess(checkout.folder, variables, checkout.folder, { prefix })
    context.onTestFinished(bff.kill)
    expect(await bff.ended).toBe(1)
    const [first, words, ...more] = bff.err().trim().split('\n')
    expect(first).toBe('CDP Watch cannot start.')
    expect(words).toContain(`The data folder ${folder} cannot be made or written`)
    expect(words).toContain('set DATA_DIR to another folder')
    expect(more).toEqual([])
    expect((await em.received()).logons).toBe(0)
  })
})
