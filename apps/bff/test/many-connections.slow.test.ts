import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { execPath, stdout } from 'node:process'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { awaitFilled, freshnessAt, makeDataDir } from './fault-rig.ts'
import { call } from './http-call.ts'
import type { Opened, Opening } from './many-connections.ts'
import { createRig } from './rig.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

/** Files and sockets that a process needs for these tests; Linux gives 1024 where nobody asks for more. */
const needed = '--nofile=13000'
const canHold = spawnSync('prlimit', [needed, 'true']).status === 0

/** A process that opens connections to this port. */
function startOpener({ onTestFinished }: TestContext, port: string) {
  const args = [needed, execPath, path.join(import.meta.dirname, 'many-connections.ts'), port]
  const child = spawn('prlimit', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const open = async (opening: Opening): Promise<Opened> => {
    const told = once(child, 'message')
    child.send(opening)
    const [opened] = await told
    return opened
  }
  return { open, kill }
}

/** Memory of a process that is not shared, MB. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

// Where this machine gives no process 13 000 files (`prlimit --nofile`, by its hard limit), there is nothing to be held.
describe.skipIf(!canHold)('a server', { timeout: 600_000 }, () => {
  it('with 10 000 streams open answers who is within the limits, refuses others in words, and recovers', async (context) => {
    const em = await createRig(context).startEm({ policies: 5, vms: 2, days: 1 })
    const variables = {
      ...variablesOf(em.target),
      DATA_DIR: makeDataDir(context),
      HISTORY_DAYS: '1',
      EM_POLL_SECONDS: '60',
      LOG_LEVEL: 'warn',
    }
    const prefix = ['prlimit', needed]
    const bff = startProcess(checkout.folder, variables, checkout.folder, { prefix })
    context.onTestFinished(bff.kill)
    const url = await bff.ready
    await awaitFilled({ url })
    const before = memoryOf(bff.child.pid)
    const opener = startOpener(context, new URL(url).port)

    // One address may have 2 000.
    const first = await opener.open({ count: 2100, from: '127.0.0.11' })
    expect(first.streams).toBe(2000)
    expect(first.refusal).toMatch(/^HTTP\/1\.1 503 /)
    expect(first.refusal).toContain('"code":"too-many-connections"')
    for (const from of ['127.0.0.12', '127.0.0.13', '127.0.0.14'])
      expect((await opener.open({ count: 2000, from })).streams).toBe(2000)
    expect((await opener.open({ count: 1900, from: '127.0.0.15' })).streams).toBe(1900)
    const begun = performance.now()
    for (let asked = 0; asked < 20; asked += 1) {
      expect((await call(url, '/api/sessions?limit=100')).status).toBe(200)
      expect((await call(url, '/api/em/query?type=CdpPolicy&pageSize=5')).status).toBe(200)
    }
    const each = Math.round((performance.now() - begun) / 40)
    const during = memoryOf(bff.child.pid)

    // All together may have 10 000.
    const last = await opener.open({ count: 150, from: '127.0.0.16' })
    expect(last.streams).toBeGreaterThan(90)
    expect(last.streams).toBeLessThanOrEqual(100)
    expect(last.refusal).toContain('Too many connections are open')
    await em.advance(3600)
    expect((await call(url, '/healthz')).status).toBe(503)

    await opener.kill()
    await until(
      () => call(url, '/healthz').then(({ status }) => status),
      (status) => status === 200,
      60_000,
    )
    const again = startOpener(context, new URL(url).port)
    expect((await again.open({ count: 500, from: '127.0.0.11' })).streams).toBe(500)
    expect((await freshnessAt({ url })).index.error).toBeNull()
    stdout.write(
      `with 9 900 streams: ${each} ms a question, ${Math.round(before)} MB before, ${Math.round(during)} MB with them\n`,
    )
    bff.child.kill('SIGTERM')
    expect(await bff.ended).toBe(0)
  })
})
