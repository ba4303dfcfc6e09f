import { describe, expect, it, type TestContext } from 'vitest'
import { CollectorByHand, createDataDir } from '../../../test/collector-by-hand.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, sampleSession, sampleTask } from '../../../test/sample-rows.ts'
import { hourMs, minuteMs } from './em-time.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const at = (hours: number) => new Date(noon + hours * hourMs).toISOString()
const options = { pageSize: 100, pollSeconds: 30, historyDays: 2, retentionDays: 400 }

const create = ({ onTestFinished }: TestContext) => {
  const em = new ModelEm()
  const { dataDir, remove } = createDataDir()
  const clock = { now: noon }
  const collector = new CollectorByHand({ dataDir, ask: em.ask, emNow: () => clock.now, options })
  onTestFinished(async () => {
    await collector.close()
    remove()
  })
  const collect = (
    sessions: Parameters<typeof sampleSession>[0][],
    tasks: Parameters<typeof sampleTask>[0][],
  ) => {
    em.rows.sessions = byUid(sessions.map(sampleSession))
    em.rows.tasks = byUid(tasks.map(sampleTask))
    em.collections.push(clock.now)
  }
  const round = async (hours: number) => {
    clock.now = noon + hours * hourMs
    collector.pass(20 * minuteMs)
    em.asked = []
    await collector.round()
    await collector.catchUp()
  }
  return { em, collector, collect, round }
}

describe('a whole round', () => {
  it('takes in what failed hours ago and was not begun again', async (context) => {
    const { collector, collect, round } = create(context)
    collect(
      [
        { uid: 's', creationTimeUTC: at(-20) },
        { uid: 'old', creationTimeUTC: at(-100) },
      ],
      [
        {
          uid: 'a',
          policySessionUid: 's',
          creationTimeUTC: at(-19),
          endTimeUTC: at(-15),
          state: 'Completed',
          result: 'Failed',
          reason: 'lost',
        },
        {
          uid: 'b',
          policySessionUid: 'old',
          creationTimeUTC: at(-99),
          endTimeUTC: at(-90),
          state: 'Completed',
          result: 'Failed',
          reason: 'lost',
        },
      ],
    )
    await round(0)
    expect([...collector.index().tasks.keys()].toSorted()).toEqual(['a', 'b'])
    expect(await collector.differences()).toEqual([])
  })

  it('follows a session to its end, and a task, wherever they are by then', async (context) => {
    const { collector, collect, round } = create(context)
    collect(
      [{ uid: 's', creationTimeUTC: at(-20) }],
      [{ uid: 'a', policySessionUid: 's', creationTimeUTC: at(-20) }],
    )
    await round(0)
    const ended = { endTimeUTC: at(1), state: 'Completed', result: 'Failed', reason: 'lost' }
    collect(
      [
        {
          uid: 's',
          creationTimeUTC: at(-20),
          endTimeUTC: at(1),
          state: 'Stopped',
          result: 'Failed',
        },
        { uid: 'n', creationTimeUTC: at(29) },
      ],
      [
        { uid: 'a', policySessionUid: 's', creationTimeUTC: at(-20), ...ended },
        {
          uid: 'c',
          policySessionUid: 'n',
          creationTimeUTC: at(29),
          endTimeUTC: at(29.5),
          state: 'Completed',
        },
      ],
    )
    await round(30)
    expect(collector.index().sessions.get('s')).toMatchObject({
      state: 'Stopped',
      result: 'Failed',
    })
    expect(collector.index().tasks.get('a')).toMatchObject({ state: 'Completed', reason: 'lost' })
    expect(await collector.differences()).toEqual([])
  })

  it('notices what EM has lost', async (context) => {
    const { collector, collect, round } = create(context)
    collect(
      [{ uid: 's' }, { uid: 'lost' }],
      [
        { uid: 'a', policySessionUid: 's' },
        { uid: 'gone', policySessionUid: 's' },
      ],
    )
    await round(1)
    collect([{ uid: 's' }], [{ uid: 'a', policySessionUid: 's' }])
    await round(2)
    expect(collector.index().sessions.get('lost')).toMatchObject({ isGone: 1 })
    expect([...collector.index().tasks.keys()]).toEqual(['a'])
  })

  it('catches up on the tasks of a backup server that was out of reach', async (context) => {
    const { collector, collect, round } = create(context)
    const near = { uid: 'near', creationTimeUTC: at(-1) }
    const far = { uid: 'far', creationTimeUTC: at(-1) }
    const running = { policySessionUid: 'far', creationTimeUTC: at(-1) }
    collect([near, far], [{ uid: 'a', ...running }])
    await round(0)
    const of = (uid: string, from: number, to: number, more = {}) => ({
      uid,
      policySessionUid: 'near',
      creationTimeUTC: at(from),
      endTimeUTC: at(to),
      state: 'Completed',
      ...more,
    })
    collect([near, far], [{ uid: 'a', ...running }, of('n', 0, 8)])
    await round(8.5)
    const failed = { policySessionUid: 'far', result: 'Failed', reason: 'lost' }
    collect(
      [near, far],
      [
        { uid: 'a', ...running, state: 'Completed', endTimeUTC: at(1) },
        of('b', 1, 3, failed),
        { uid: 'c', ...running, vmDisplayName: 'web', creationTimeUTC: at(3) },
        of('n', 0, 8),
      ],
    )
    await round(9)
    expect(collector.index().tasks.get('b')).toMatchObject({ reason: 'lost' })
    expect(await collector.differences()).toEqual([])
  })

  it('is followed by another at once where there was more to look for than it could', async (context) => {
    const { em, collector, collect, round } = create(context)
    const sessions = Array.from({ length: 1500 }, (_, n) => ({
      uid: `s${n}`,
      creationTimeUTC: at(-1),
    }))
    collect(sessions, [])
    await round(0)
    const gone = () =>
      [...collector.index().sessions.values()].filter((row) => row.isGone === 1).length
    collect([], [])
    await round(1)
    expect(gone()).toBe(1200)
    await collector.round()
    expect(gone()).toBe(1500)
    em.asked = []
    await collector.round()
    expect(em.asked.length).toBeLessThanOrEqual(2)
  })
})
