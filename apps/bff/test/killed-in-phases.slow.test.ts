import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { failuresAnswerSchema } from '@cdp-watch/contract'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { migrations } from '../src/session-index/store/migrations.ts'
import { cookieOf, operator } from './access-rig.ts'
import { type BffProcess, makeCheckout, startProcess, variablesOf } from './bff-process.ts'
import { awaitFilled, damagesIn, freshnessAt, makeDataDir, sessionsAt } from './fault-rig.ts'
import { call } from './http-call.ts'
import { createRig } from './rig.ts'
import type { Simulator } from './simulator.ts'
import { until } from './until.ts'

const checkout = makeCheckout()
afterAll(checkout.remove)

interface House {
  em: Simulator
  dataDir: string
  start(variables?: Record<string, string>): BffProcess
  meddle(sql: string): void
}

/** A dashboard's data, its index filled, that no process uses. */
async function makeHouse(context: TestContext): Promise<House> {
  const em = await createRig(context).startEm({ policies: 8, vms: 2, days: 6 })
  const dataDir = makeDataDir(context)
  const start = (variables: Record<string, string> = {}) => {
    const usual = { DATA_DIR: dataDir, HISTORY_DAYS: '6', EM_POLL_SECONDS: '5' }
    const all = { ...variablesOf(em.target), ...usual, ...variables }
    const bff = startProcess(checkout.folder, all, checkout.folder)
    context.onTestFinished(bff.kill)
    return bff
  }
  const meddle = (sql: string) => {
    const database = new DatabaseSync(path.join(dataDir, 'cdp-watch.sqlite'))
    database.exec(sql)
    database.close()
  }
  const first = start()
  await awaitFilled({ url: await first.ready })
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  return { em, dataDir, start, meddle }
}

/** All is sound and right after another start. */
async function expectWhole({ dataDir, start }: House): Promise<string> {
  expect(damagesIn(dataDir)).toEqual([])
  const url = await start().ready
  await awaitFilled({ url }, 120_000)
  await until(
    () => sessionsAt({ url }),
    ({ inEm, inIndex }) => inEm.every((line) => inIndex.includes(line)),
    120_000,
  )
  return url
}

describe('a dashboard that is killed', { timeout: 400_000 }, () => {
  it.for([1, 4])(
    'in a round, %i requests into it, has the next one whole',
    async (count, context) => {
      const house = await makeHouse(context)
      const { em, start } = house
      const bff = start()
      await awaitFilled({ url: await bff.ready })
      await em.set({ latencyMs: 150 })
      await em.forget()
      await em.advance(86_400)
      await until(
        () => em.received(),
        ({ total }) => total >= count,
      )
      await bff.kill()
      await em.set({ latencyMs: 0 })
      await expectWhole(house)
    },
  )

  it('while it groups failures anew, ends with all of them grouped', async (context) => {
    const house = await makeHouse(context)
    const { start, meddle } = house
    const groupsAt = async (url: string) => {
      const { items } = failuresAnswerSchema.parse((await call(url, '/api/failures')).json())
      return items.map(({ id, template }) => [id, template])
    }
    const before = start()
    const url = await before.ready
    await awaitFilled({ url })
    const groups = await groupsAt(url)
    expect(groups.length).toBeGreaterThan(0)
    await before.kill()
    for (const pauseMs of [0, 300, 1500]) {
      meddle("UPDATE facts SET value = -1 WHERE name = 'grouping'; DELETE FROM text_groups")
      const killed = start()
      await killed.ready
      await sleep(pauseMs)
      await killed.kill()
    }
    const again = await expectWhole(house)
    await until(
      () => groupsAt(again),
      (found) => JSON.stringify(found.toSorted()) === JSON.stringify(groups.toSorted()),
      60_000,
    )
  })

  it('while it forgets what is old, forgets the rest later and nothing else', async (context) => {
    const house = await makeHouse(context)
    const short = { HISTORY_DAYS: '2', RETENTION_DAYS: '2' }
    for (const pauseMs of [0, 300]) {
      const killed = house.start(short)
      await killed.ready
      await sleep(pauseMs)
      await killed.kill()
      expect(damagesIn(house.dataDir)).toEqual([])
    }
    const pruned = house.start(short)
    const url = await pruned.ready
    await awaitFilled({ url })
    const startOf = (line: string) => Date.parse(line.split(' ').at(-2) ?? '')
    // What is kept is two days before the newest start, whatever the hour at which this runs.
    const keptOf = (lines: string[]) => {
      const since = Math.max(...lines.map(startOf)) - 2 * 86_400_000
      return lines.filter((line) => startOf(line) >= since)
    }
    const { inEm, inIndex } = await until(
      () => sessionsAt({ url }),
      ({ inEm, inIndex }) => isDeepStrictEqual(inIndex, keptOf(inEm)),
      60_000,
    )
    expect(inIndex.length).toBeGreaterThan(0)
    expect(inIndex.length).toBeLessThan(inEm.length)
    await pruned.kill()
    expect(damagesIn(house.dataDir)).toEqual([])
  })

  it('while it brings an old index up to date, does so at the next start', async (context) => {
    const em = await createRig(context).startEm({ policies: 4, vms: 2, days: 6 })
    const dataDir = makeDataDir(context)
    const old = new DatabaseSync(path.join(dataDir, 'cdp-watch.sqlite'))
    old.exec(migrations[0] ?? '')
    old.exec(`PRAGMA application_id = ${0x43445057}; PRAGMA user_version = 1`)
    old.close()
    const start = () => {
      const variables = { DATA_DIR: dataDir, HISTORY_DAYS: '6', EM_POLL_SECONDS: '5' }
      const all = { ...variablesOf(em.target), ...variables }
      const bff = startProcess(checkout.folder, all, checkout.folder)
      context.onTestFinished(bff.kill)
      return bff
    }
    for (let killed = 0; killed < 4; killed += 1) {
      const bff = start()
      await sleep(250 + 250 * killed)
      await bff.kill()
    }
    const ready = start()
    await ready.ready
    await ready.kill()
    await expectWhole({ em, dataDir, start, meddle: () => undefined })
  })

  it('at a sign-in, still knows whoever was let in', async (context) => {
    const house = await makeHouse(context)
    const bff = house.start({ ACCESS: 'em' })
    const url = await bff.ready
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const signIn = () =>
      call(url, '/api/sign-in', { method: 'POST', headers, body: JSON.stringify(operator) })
    const first = await signIn()
    const others = Promise.allSettled(Array.from({ length: 8 }, signIn))
    await signIn()
    await bff.kill()
    const letIn = (await others).flatMap((each) =>
      each.status === 'fulfilled' && each.value.status === 200 ? [each.value] : [],
    )
    expect(damagesIn(house.dataDir)).toEqual([])
    const again = await house.start({ ACCESS: 'em' }).ready
    for (const answer of [first, ...letIn]) {
      const cookie = cookieOf(answer.headers)
      expect((await call(again, '/api/me', { headers: { cookie } })).status).toBe(200)
    }
  })

  it.for([0, 100])('%i ms into its stop, starts again whole', async (pauseMs, context) => {
    const house = await makeHouse(context)
    const bff = house.start()
    const url = await bff.ready
    await house.em.advance(86_400)
    await until(
      () => freshnessAt({ url }),
      ({ index }) => index.state === 'ready',
    )
    bff.child.kill('SIGTERM')
    await sleep(pauseMs)
    await bff.kill()
    await expectWhole(house)
  })
})
