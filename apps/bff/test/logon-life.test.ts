import { freshnessSchema, type ProblemCode, problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { livePath } from './http-call.ts'
import { createRig } from './rig.ts'
import type { Fault } from './simulator.ts'
import { until } from './until.ts'

const types = ['CdpReplicaSession', 'CdpReplicaTaskSession', 'CdpPolicy', 'BackupServer']
const pathOf = (index: number) =>
  livePath({ type: types[index % types.length] ?? '', raw: String(index % 3 === 0), pageSize: '5' })

/** Before a failed logon is tried again. */
const shortestPauseMs = 750

const freshnessOf = async (bff: TestBff) =>
  freshnessSchema.parse((await bff.get('/api/freshness')).json())

describe.concurrent('a logon', () => {
  it('that expired in mid-use is renewed, and nobody notices', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start(em.target)
    for (let round = 0; round < 8; round += 1) {
      expect((await bff.get(pathOf(round))).status).toBe(200)
      await em.expireLogons()
      expect((await bff.get(pathOf(round))).status).toBe(200)
      expect((await bff.get('/readyz')).status).toBe(200)
    }
    const { logons, liveLogons, cookiesSeen } = await em.received()
    expect(logons).toBe(9)
    expect(liveLogons).toBe(1)
    expect(cookiesSeen).toBe(0)
  })

  it('that idled out is renewed too', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm({ 'idle-minutes': 0.01 })
    const bff = await start(em.target)
    await bff.awaitReadiness(200)
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect((await bff.get(pathOf(1))).status).toBe(200)
    expect((await em.received()).logons).toBe(2)
  })

  it('is shared by fifty queries at once, also while it keeps expiring', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm({ 'latency-ms': 5 })
    const bff = await start(em.target, { liveQueue: 64 })
    await bff.awaitReadiness(200)
    let answered = 0
    const askOne = async (index: number) => {
      const { status } = await bff.get(pathOf(index))
      answered += 1
      if ([10, 25, 40].includes(answered)) await em.expireLogons()
      return status
    }
    const statuses = await Promise.all(Array.from({ length: 50 }, (_, index) => askOne(index)))
    expect(statuses).toEqual(Array(50).fill(200))
    const { logons, liveLogons } = await em.received()
    expect(logons).toBe(4)
    expect(liveLogons).toBe(1)
  })

  it('is one for fifty who ask before there is any', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm({ 'latency-ms': 20 })
    const bff = await start(em.target, { liveQueue: 64 })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => bff.get(pathOf(index))),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200))
    expect((await em.received()).logons).toBe(1)
  })

  it('is ended when the dashboard ends', async (context) => {
    const { startEm } = createRig(context)
    const em = await startEm()
    const bff = await startBff(em.target)
    await bff.awaitReadiness(200)
    expect((await em.received()).liveLogons).toBe(1)
    await bff.stop()
    expect((await em.received()).liveLogons).toBe(0)
  })

  it('is told as it is, before and after', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start(em.target, { collects: true })
    const before = await bff.awaitReadiness(200)
    expect(before.json()).toEqual({ status: 'ready' })
    await until(
      () => freshnessOf(bff),
      ({ collection }) => collection !== null,
    )
    const freshness = await freshnessOf(bff)
    expect(freshness.em).toMatchObject({ state: 'ready', error: null })
    expect(freshness.collection).toMatchObject({ error: null, state: 'CompletedSuccessfully' })
    const { lastFinishedUTC } = freshness.collection ?? {}
    expect(Date.parse(lastFinishedUTC ?? '')).toBeLessThanOrEqual(Date.parse(freshness.nowUTC))
    expect(Date.parse(freshness.em.lastAnswerUTC ?? '')).toBeLessThanOrEqual(
      Date.parse(freshness.nowUTC),
    )
    expect((await bff.get('/healthz')).json()).toEqual({ status: 'alive' })
  })
})

describe.concurrent('a failing logon', () => {
  it('is told to whoever asks, and is sent once', async (context) => {
    const { startEm, start } = createRig(context)
    const failures: [Fault, number, ProblemCode][] = [
      [{ kind: '503' }, 503, 'em-overloaded'],
      [{ kind: '500' }, 502, 'em-error'],
      [{ kind: 'reset' }, 503, 'em-unreachable'],
      [{ kind: 'html' }, 503, 'em-wrong-port'],
      [{ kind: '403' }, 502, 'em-refused'],
    ]
    for (const [fault, status, code] of failures) {
      const em = await startEm()
      await em.fail({ ...fault, count: 1000, path: '/api/sessionMngr' })
      const begun = performance.now()
      const bff = await start(em.target)
      expect(problemSchema.parse((await bff.get(pathOf(1))).json())).toMatchObject({ status, code })
      const ready = await bff.get('/readyz')
      expect(ready.status).toBe(503)
      expect(problemSchema.parse(ready.json())).toMatchObject({ status: 503, code })
      const { byKind } = await em.received()
      const pauses = Math.floor((performance.now() - begun) / shortestPauseMs)
      expect(Object.keys(byKind)).toEqual(['POST sessionMngr'])
      expect(byKind['POST sessionMngr']).toBeLessThanOrEqual(1 + pauses)
    }
  })
})

describe.concurrent('an account', () => {
  it('whose name and password are not ASCII gets in', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const target = { ...em.target, username: 'DEMO\\jürgen', password: 'pässwort-ß€' }
    const bff = await start(target)
    await bff.awaitReadiness(200)
    expect((await bff.get(pathOf(0))).status).toBe(200)
  })

  it('with a wrong password is told so, and EM is not asked again and again', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start({ ...em.target, password: 'wrong' })
    await bff.awaitReadiness(503)
    for (let times = 0; times < 20; times += 1) {
      const answer = await bff.get(pathOf(times))
      const problem = problemSchema.parse(answer.json())
      expect(problem).toMatchObject({ status: 503, code: 'em-wrong-credentials' })
      expect(problem.detail).toContain('EM_PASSWORD')
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(200)
    }
    const freshness = await freshnessOf(bff)
    expect(freshness.em).toMatchObject({ state: 'failed', error: { code: 'em-wrong-credentials' } })
    const { byKind, logons } = await em.received()
    expect(byKind).toEqual({ 'POST sessionMngr': 1 })
    expect(logons).toBe(0)
    expect((await bff.get('/healthz')).status).toBe(200)
  })

  it('without a role is told so, and is not logged on again and again', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const bff = await start({ ...em.target, username: 'DEMO\\norole' })
    await bff.awaitReadiness(200)
    for (let round = 0; round < 5; round += 1) {
      for (const type of types) {
        const answer = await bff.get(livePath({ type }))
        const problem = problemSchema.parse(answer.json())
        expect(problem).toMatchObject({ status: 502, code: 'em-refused' })
        expect(problem.detail).toContain('no role in Enterprise Manager')
      }
    }
    const { logons, liveLogons } = await em.received()
    expect(logons).toBeLessThanOrEqual(types.length + 2)
    expect(liveLogons).toBe(1)
  })

  it('that may not read collections sees all the rest, and why this is unknown', async (context) => {
    const { startEm, start } = createRig(context)
    const em = await startEm()
    const viewer = { ...em.target, username: 'DEMO\\viewer' }
    const bff = await start(viewer, { collects: true, pollSeconds: 0.05 })
    await bff.awaitReadiness(200)
    await until(
      () => freshnessOf(bff),
      ({ collection }) => collection?.error?.includes('may not read') === true,
    )
    expect((await freshnessOf(bff)).collection).toMatchObject({
      lastFinishedUTC: null,
      state: null,
    })
    const rounds = async () => (await em.received()).byKind['query CdpPolicy'] ?? 0
    const before = await rounds()
    for (const type of types) expect((await bff.get(livePath({ type }))).status).toBe(200)
    await until(rounds, (count) => count > before + 2)
    expect((await em.received()).logons).toBe(2)
    expect((await freshnessOf(bff)).em.state).toBe('ready')
  })
})
