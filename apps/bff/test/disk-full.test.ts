import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { problemSchema } from '@cdp-watch/contract'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { cookieOf, operator } from './access-rig.ts'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { awaitFilled, damagesIn, freshnessAt, sessionsAt } from './fault-rig.ts'
import { type Called, call } from './http-call.ts'
import { canMount, privateMount } from './private-mount.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

/** A dashboard whose data folder is a small file system, and its EM. */
async function startOnSmallDisk(context: TestContext, isFull: boolean) {
  const mount = privateMount('size=24m', { isFull })
  context.onTestFinished(mount.remove)
  const em = await createRig(context).startEm({ policies: 6, vms: 3, days: 3 })
  const variables = {
    ...variablesOf(em.target),
    ACCESS: 'em',
    DATA_DIR: mount.folder,
    HISTORY_DAYS: '3',
    EM_POLL_SECONDS: '5',
  }
  const { prefix } = mount
  const bff = startProcess(checkout.folder, variables, checkout.folder, { prefix })
  context.onTestFinished(bff.kill)
  return { em, bff, dataDir: `/proc/${bff.child.pid}/root${mount.folder}` }
}

function post(url: string, where: string, body: unknown, cookie = ''): Promise<Called> {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }
  return call(url, where, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Takes all the room there is; gives the way to free it again. */
function fill(dataDir: string): () => void {
  const file = path.join(dataDir, 'ballast')
  const descriptor = openSync(file, 'w')
  expect(() => {
    for (;;) writeSync(descriptor, Buffer.alloc(4096))
  }).toThrow('ENOSPC')
  closeSync(descriptor)
  return () => rmSync(file)
}

describe.skipIf(!canMount).concurrent('a disk that is full', { timeout: 180_000 }, () => {
  it('changes nothing but the freshness, which says so; with room again all is caught up with', async (context) => {
    const { em, bff, dataDir } = await startOnSmallDisk(context, false)
    const url = await bff.ready
    const cookie = cookieOf((await post(url, '/api/sign-in', operator)).headers)
    const asking = { url, cookie }
    await awaitFilled(asking)
    const link = (await post(url, '/api/wall-links', { name: 'NOC' }, cookie)).json()
    const opened = await call(url, new URL(String(Reflect.get(Object(link), 'url'))).pathname)
    const screen = { headers: { cookie: cookieOf(opened.headers) } }
    const before = await sessionsAt(asking)
    const { dataVersion } = await freshnessAt(asking)

    const free = fill(dataDir)
    await em.advance(2 * 86_400)
    const { index } = await until(
      () => freshnessAt(asking),
      ({ index }) => index.error !== null,
      60_000,
    )
    expect(index.state).toBe('failing')
    expect(index.error?.code).toBe('index-not-written')
    expect(index.error?.message).toContain('the disk is full. Make room on it')
    expect((await sessionsAt(asking)).inIndex).toEqual(before.inIndex)
    expect((await freshnessAt(asking)).dataVersion).toBe(dataVersion)
    // People still get in and out, and walls go on; what can only be done on disk says that it was not.
    const second = await post(url, '/api/sign-in', operator)
    expect(second.status).toBe(200)
    const headers = { cookie: cookieOf(second.headers) }
    expect((await call(url, '/api/me', { headers })).status).toBe(200)
    for (let asked = 0; asked < 3; asked += 1)
      expect((await call(url, '/api/overview', screen)).status).toBe(200)
    const refused = await until(
      () => post(url, '/api/wall-links', { name: 'NOC south' }, cookie),
      ({ status }) => status !== 200,
    )
    const problem = problemSchema.parse(refused.json())
    expect(problem).toMatchObject({ status: 503, code: 'access-failed' })
    expect(problem.detail).toContain('Wall links cannot be made (database or disk is full)')
    expect((await call(url, '/api/audit', { headers })).status).toBe(200)

    free()
    await awaitFilled(asking, 120_000)
    const after = await sessionsAt(asking)
    expect(after.inEm).not.toEqual(before.inEm)
    expect(after.inIndex).toEqual(expect.arrayContaining(after.inEm))
    expect((await post(url, '/api/wall-links', { name: 'NOC south' }, cookie)).status).toBe(200)
    expect(damagesIn(dataDir)).toEqual([])
    bff.child.kill('SIGTERM')
    expect(await bff.ended).toBe(0)
    expect((await em.received()).liveLogons).toBe(0)
  })

  it('ends a first start in one sentence', async (context) => {
    const { em, bff } = await startOnSmallDisk(context, true)
    expect(await bff.ended).toBe(1)
    const [first, words, ...more] = bff.err().trim().split('\n')
    expect(first).toBe('CDP Watch cannot start.')
    expect(words).toMatch(/disk is full/)
    expect(more).toEqual([])
    expect((await em.received()).logons).toBe(0)
  })
})
