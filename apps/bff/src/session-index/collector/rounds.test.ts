import { describe, expect, it, type TestContext } from 'vitest'
import { CollectorByHand, createDataDir } from '../../../test/collector-by-hand.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, sampleSession, sampleTask } from '../../../test/sample-rows.ts'
import { dayMs, hourMs, minuteMs } from './em-time.ts'
import { isWholeDue } from './rounds.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const at = (hours: number) => new Date(noon + hours * hourMs).toISOString()
const options = { pageSize: 100, pollSeconds: 30, historyDays: 5, retentionDays: 400 }

describe('EM is read in full', () => {
  const told = (lastFinishedUTC: string | null) =>
    ({ kind: 'told', lastFinishedUTC, state: null }) as const
  const last = { at: 0, lastFinishedUTC: 'a' }
  it.each([
    ['at first', undefined, told('a'), 0, true],
    ['where it has collected since', last, told('b'), 1, true],
    ['where it does not tell', last, { kind: 'untold' } as const, 1, true],
    ['every 15 minutes', last, told('a'), 15 * minuteMs, true],
    ['but not otherwise', last, told('a'), 15 * minuteMs - 1, false],
    ['nor where it has never collected', { ...last, lastFinishedUTC: null }, told(null), 1, false],
  ])('%s', (_name, before, collection, elapsed, isDue) => {
    expect(isWholeDue(before, collection, elapsed)).toBe(isDue)
  })
})

const create = ({ onTestFinished }: TestContext) => {
  const em = new ModelEm()
  em.rows.sessions = byUid([
    sampleSession({ uid: 's', creationTimeUTC: at(-1) }),
    ...[1, 2, 3, 4, 5, 6].map((day) =>
      sampleSession({
        uid: `d${day}`,
        creationTimeUTC: at(-24 * day - 4),
        endTimeUTC: at(-24 * day),
        state: 'Stopped',
        result: 'Success',
      }),
    ),
  ])
  em.rows.tasks = byUid([sampleTask({ uid: 't', policySessionUid: 's', creationTimeUTC: at(-1) })])
  em.collections = [noon]
  const { dataDir, remove } = createDataDir()
  const clock = { now: noon }
  const collector = new CollectorByHand({ dataDir, ask: em.ask, emNow: () => clock.now, options })
  onTestFinished(async () => {
    await collector.close()
    remove()
  })
  /** What one round asks, by type. */
  const round = async () => {
    em.asked = []
    await Promise.allSettled([collector.round()])
    return em.asked.map((path) => /type=(\w+)/.exec(path)?.[1] ?? 'SystemSession')
  }
  return { em, collector, clock, round }
}

const whole = [
  'BackupServer',
  'CdpPolicy',
  'CdpReplicaSession',
  'CdpReplicaTaskSession',
  'SystemSession',
]
const light = ['SystemSession', 'CdpReplicaSession']

describe('a round', () => {
  it('is a light one while there is nothing new', async (context) => {
    const { round } = create(context)
    expect((await round()).toSorted()).toEqual(whole)
    expect(await round()).toEqual(light)
    expect(await round()).toEqual(light)
  })

  it('is a whole one where EM has collected, and of at most six requests', async (context) => {
    const { em, collector, round } = create(context)
    await round()
    await collector.catchUp()
    for (let n = 1; n < 9; n += 1) {
      em.collections.push(noon + n)
      collector.pass(11 * minuteMs)
      expect((await round()).toSorted()).toEqual([...whole, 'CdpReplicaSession'].toSorted())
    }
  })

  it('is a whole one where it sees a session that is not known', async (context) => {
    const { em, round } = create(context)
    await round()
    em.rows.sessions.set('new', sampleSession({ uid: 'new', creationTimeUTC: at(-0.9) }))
    expect((await round()).toSorted()).toEqual([...whole, 'CdpReplicaSession'].toSorted())
    expect(await round()).toEqual(light)
  })

  it('is a whole one after one that failed, which changed nothing', async (context) => {
    const { em, collector, round } = create(context)
    await round()
    const before = collector.parts.index.progress
    em.rows.sessions.set('new', sampleSession({ uid: 'new', creationTimeUTC: at(-0.9) }))
    em.collections.push(noon + 1)
    em.beforeAnswer = () => {
      if (em.asked.at(-1)?.includes('CdpReplicaTaskSession')) em.faults = ['html']
    }
    await round()
    expect(collector.index().sessions.has('new')).toBe(false)
    expect(collector.parts.index.progress).toBe(before)
    em.beforeAnswer = () => undefined
    expect((await round()).toSorted()).toEqual(whole)
    expect(collector.index().sessions.has('new')).toBe(true)
  })

  it('is a whole one each time where EM does not tell of its collection', async (context) => {
    const { em, collector, round } = create(context)
    em.faults = ['failed']
    await round()
    expect(await round()).not.toContain('SystemSession')
    collector.pass(10 * minuteMs)
    expect(await round()).toContain('SystemSession')
    expect(await round()).toEqual(light)
  })

  it('finds what came late, however long ago it began', async (context) => {
    const { em, collector, round } = create(context)
    await round()
    await collector.catchUp()
    for (const day of [2, 3, 4]) {
      const late = {
        creationTimeUTC: at(-24 * day),
        endTimeUTC: at(-24 * day + 20),
        state: 'Stopped',
      }
      em.rows.sessions.set(
        `late${day}`,
        sampleSession({ uid: `late${day}`, ...late, result: 'Failed' }),
      )
    }
    for (let n = 0; n < 5; n += 1) {
      collector.pass(20 * minuteMs)
      await round()
      await collector.catchUp()
    }
    expect(await collector.differences()).toEqual([])
  })

  it('after days without EM leaves no gap', async (context) => {
    const { em, collector, clock, round } = create(context)
    await round()
    await collector.catchUp()
    for (let n = 1; n < 12; n += 1) {
      const stopped = { endTimeUTC: at(24 * n + 12), state: 'Stopped', result: 'Success' }
      em.rows.sessions.set(
        `g${n}`,
        sampleSession({ uid: `g${n}`, creationTimeUTC: at(24 * n), ...stopped }),
      )
    }
    clock.now = noon + 12 * dayMs
    em.collections.push(clock.now)
    await round()
    expect(collector.parts.fill.isWanted).toBe(true)
    await collector.catchUp()
    expect(await collector.differences()).toEqual([])
    // What EM is asked for is what it is to be asked for, and no more.
    expect(collector.index().sessions.has('g3')).toBe(false)
    expect(collector.index().sessions.has('g8')).toBe(true)
    expect(collector.index().sessions.has('d1')).toBe(true)
  })
})
