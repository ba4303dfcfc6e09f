import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from '../src/session-index/collector/em-time.ts'
import { CollectorRig } from './collector-rig.ts'
import { type Fault, type Simulator, startSimulator } from './simulator.ts'

/** Its clock stands but for what the tests do, one after the other. */
let em: Simulator
beforeAll(async () => {
  em = await startSimulator({ policies: 6, vms: 3, days: 6, speed: 0, now: '2026-11-23T14:32:00Z' })
})
afterAll(() => em.stop())

const advance = (hours: number) => em.advance(hours * 3600)

describe('the index', () => {
  it('is filled, newest first, with all that EM has', async (context) => {
    const rig = new CollectorRig(context, em)
    await rig.follow()
    await rig.awaitInStep()
    const shares = rig.statuses.map(({ index }) => index.progress?.share ?? 1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const versions = rig.statuses.map(({ dataVersion }) => dataVersion)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  })

  it('follows EM over the days', async (context) => {
    const rig = new CollectorRig(context, em)
    const collector = rig.byHand()
    await collector.round()
    await collector.catchUp()
    const first = rig.sessionUids()
    for (const hours of [0.3, 5, 30, 70]) {
      await advance(hours)
      collector.pass(20 * minuteMs)
      await collector.round()
      await collector.catchUp()
      expect(await rig.differences()).toEqual([])
    }
    const last = new Set(rig.sessionUids())
    expect(first.filter((uid) => !last.has(uid))).toEqual([])
  })

  it('costs two questions while there is nothing new, and six at most when EM has collected', async (context) => {
    const rig = new CollectorRig(context, em, { pageSize: 500 })
    const collector = rig.byHand()
    await collector.round()
    await collector.catchUp()
    const ask = async () => {
      await em.forget()
      collector.pass(11 * minuteMs)
      await collector.round()
      return em.received()
    }
    const light = { 'GET systemSessions': 1, 'query CdpReplicaSession': 1 }
    expect((await ask()).byKind).toEqual(light)
    collector.pass(15 * minuteMs)
    const whole = await ask()
    expect(whole.byKind).toEqual({
      ...light,
      'query CdpReplicaSession': 2,
      'query CdpReplicaTaskSession': 1,
      'query CdpPolicy': 1,
      'query BackupServer': 1,
    })
    expect(whole.maxConcurrent).toBeLessThanOrEqual(2)
  })

  it('goes on where it was when it was broken off in the middle of the fill', async (context) => {
    const rig = new CollectorRig(context, em, { pageSize: 20, historyDays: 7 })
    const reached: number[] = []
    for (let n = 0; n < 4; n += 1) {
      const seen = rig.statuses.length
      const stop = await rig.follow()
      await rig.awaitStatus(() => rig.statuses.length > seen + 2)
      await stop()
      reached.push(Date.parse(rig.statuses.at(-1)?.index.progress?.reachedUTC ?? '1970-01-01'))
    }
    expect(reached).toEqual(reached.toSorted((a, b) => b - a))
    await rig.follow()
    await rig.awaitInStep()
  })

  it('is filled further back where more days are asked for', async (context) => {
    const rig = new CollectorRig(context, em, { historyDays: 7 })
    const stop = await rig.follow({ historyDays: 2 })
    await rig.awaitReady()
    expect(await rig.differences()).not.toEqual([])
    await stop()
    await rig.follow()
    await rig.awaitStatus(({ index }) => index.state === 'filling')
    await rig.awaitInStep()
  })

  it.for<[string, Fault]>([
    ['a logon that ends in the middle', { kind: '401', path: 'CdpReplicaSession' }],
    ['bursts of 503', { kind: '503', count: 3, path: '/api/query' }],
    ['answers cut off', { kind: 'truncated', count: 3, path: 'CdpReplicaTaskSession' }],
    ['web pages in the place of answers', { kind: 'html', count: 2, path: '/api/query' }],
    ['lost connections', { kind: 'reset', count: 3, path: 'CdpReplicaSession' }],
    ['failures of its own', { kind: '500', count: 3, path: 'CdpReplicaTaskSession' }],
    ['errors in XML', { kind: 'xml-error', count: 3, path: 'CdpReplicaSession' }],
    ['refusals of its list of collections', { kind: '403', count: 4, path: 'systemSessions' }],
  ])('comes to what EM has through %s', async ([_name, fault], context) => {
    const rig = new CollectorRig(context, em, { pageSize: 120 })
    await em.fail(fault)
    await rig.follow()
    await rig.awaitInStep()
    await em.fail(fault)
    const before = rig.statuses.at(-1)?.dataVersion ?? 0
    await advance(8)
    rig.pass(20 * minuteMs)
    await rig.awaitStatus(({ dataVersion }) => dataVersion > before)
    await rig.awaitInStep()
  })

  it('comes to what EM has though its logons end all the time', async (context) => {
    const rig = new CollectorRig(context, em, { pageSize: 20 })
    await rig.follow()
    for (let n = 0; n < 5; n += 1) {
      await rig.awaitStatus(() => rig.statuses.length > n)
      await em.expireLogons()
    }
    await rig.awaitInStep()
  })

  it.for([6, -6])('does not mind that EM’s clock jumps by %i hours', async (hours, context) => {
    const rig = new CollectorRig(context, em)
    const collector = rig.byHand()
    await collector.round()
    await collector.catchUp()
    const before = rig.sessionUids()
    await advance(hours)
    await collector.settle()
    // What the simulator had told of hours that are to come again is not undone.
    const undone = /is not (under way )?in EM$/
    const wrong = async () => (await rig.differences()).filter((text) => !undone.test(text))
    expect(await wrong()).toEqual([])
    await advance(-hours)
    await collector.settle()
    expect(await wrong()).toEqual([])
    const after = new Set(rig.sessionUids())
    expect(before.filter((uid) => !after.has(uid))).toEqual([])
  })
})

describe('the index of an EM', () => {
  it('that gives at most 100 rows at a time is whole', async (context) => {
    const small = await startSimulator({ speed: 0, 'max-page-size': 100 })
    context.onTestFinished(small.stop)
    const rig = new CollectorRig(context, small, { pageSize: 500 })
    await rig.follow()
    await rig.awaitInStep()
    const { requests } = await small.received()
    const sizes = requests.map(({ url }) => Number(/pageSize=(\d+)/.exec(url)?.[1] ?? 0))
    const refused = sizes.filter((size) => size > 100)
    expect(new Set(refused)).toEqual(new Set([500, 250, 125]))
    // Once for each of the two questions that are under way at a time.
    expect(refused.length).toBeLessThanOrEqual(6)
  })

  it.for([5, -300])('whose clock is %i hours ahead is whole', async (hours, context) => {
    const now = Date.now() + hours * hourMs
    const away = await startSimulator({ now: new Date(now).toISOString() })
    context.onTestFinished(away.stop)
    const rig = new CollectorRig(context, away)
    await rig.follow()
    await rig.awaitReady()
    expect(Math.abs(rig.emNow - now)).toBeLessThan(5 * minuteMs)
    await rig.awaitInStep()
    const before = rig.statuses.at(-1)?.dataVersion ?? 0
    await away.advance(2 * 3600)
    rig.pass(20 * minuteMs)
    await rig.awaitStatus(({ dataVersion }) => dataVersion > before)
    await rig.awaitInStep()
  })

  it('that is gone for hours stays as it was, says so, and catches up', async (context) => {
    const gone = await startSimulator({ speed: 0, now: '2026-11-23T14:32:00Z' })
    context.onTestFinished(gone.stop)
    const rig = new CollectorRig(context, gone)
    await rig.follow()
    const { index: ready } = await rig.awaitReady()
    await gone.halt()
    rig.pass(20 * minuteMs)
    const failing = await rig.awaitStatus(({ index }) => index.state === 'failing')
    expect(failing.index).toMatchObject({
      sessions: ready.sessions,
      asOf: ready.asOf,
      error: { code: 'em-unreachable' },
    })
    const later = { now: '2026-11-23T18:02:00Z', speed: 0 }
    const back = await startSimulator({ port: gone.port, 'cert-dir': gone.certDir, ...later })
    context.onTestFinished(back.stop)
    rig.pass(10 * minuteMs)
    const { index } = await rig.awaitReady()
    await rig.awaitInStep()
    expect(index.error).toBeNull()
    expect(Date.parse(index.asOf ?? '')).toBeGreaterThan(Date.parse(ready.asOf ?? ''))
  })
})
