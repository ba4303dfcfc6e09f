import { describe, expect, it, type TestContext } from 'vitest'
import { CollectorByHand, createDataDir } from '../../../test/collector-by-hand.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, sampleSession, sampleTask } from '../../../test/sample-rows.ts'
import { AppError } from '../../errors.ts'
import { hourMs } from './em-time.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const options = { pageSize: 100, pollSeconds: 30, historyDays: 2, retentionDays: 400 }

/** An EM with so many sessions that failed two days ago, the first the oldest, each with two tasks. */
const create = async ({ onTestFinished }: TestContext, count: number) => {
  const em = new ModelEm()
  const numbers = Array.from({ length: count }, (_, n) => n)
  const end = { endTimeUTC: new Date(noon - 30 * hourMs).toISOString(), result: 'Failed' }
  em.rows.sessions = byUid(
    numbers.map((n) => {
      const creationTimeUTC = new Date(noon - 40 * hourMs + n * 1000).toISOString()
      return sampleSession({ uid: `s${n}`, creationTimeUTC, state: 'Stopped', ...end })
    }),
  )
  em.rows.tasks = byUid(
    numbers.flatMap((n) =>
      ['a', 'b'].map((vm) =>
        sampleTask({
          uid: `${vm}${n}`,
          vmDisplayName: vm,
          policySessionUid: `s${n}`,
          state: 'Completed',
          ...end,
          reason: 'lost',
        }),
      ),
    ),
  )
  em.collections = [noon]
  const { dataDir, remove } = createDataDir()
  const collector = new CollectorByHand({ dataDir, ask: em.ask, emNow: () => noon, options })
  onTestFinished(async () => {
    await collector.close()
    remove()
  })
  const { fill, finalTasks } = collector.parts
  await collector.round()
  while (fill.isWanted) await fill.run(collector.signal)
  em.asked = []
  const run = async () => {
    const [outcome] = await Promise.allSettled([finalTasks.run(collector.signal)])
    return outcome.status
  }
  return { em, collector, finalTasks, run }
}

describe('the tasks of sessions that ended badly', () => {
  it('are asked for in batches, those of the newest first', async (context) => {
    const { em, collector, finalTasks, run } = await create(context, 100)
    expect(finalTasks.isWanted).toBe(true)
    await run()
    const sessions = new Set(
      [...collector.index().tasks.values()].map((row) => row.policySessionUid),
    )
    expect(sessions).toEqual(new Set(Array.from({ length: 80 }, (_, n) => `s${n + 20}`)))
    expect(em.asked).toHaveLength(2)
    await run()
    expect(finalTasks.isWanted).toBe(false)
    expect(await collector.differences()).toEqual([])
  })

  it('are there though EM fails over one session', async (context) => {
    const { em, collector, finalTasks, run } = await create(context, 30)
    em.beforeAnswer = () => {
      if (em.asked.at(-1)?.includes(encodeURIComponent('"s7"')))
        throw new AppError('em-timeout', 'too slow')
    }
    let attempts = 0
    for (; finalTasks.isWanted && attempts < 60; attempts += 1) await run()
    expect(attempts).toBeLessThan(30)
    expect(collector.parts.index.progress?.tasksWanted).toBe(1)
    expect((await collector.differences()).toSorted()).toEqual([
      'task a7 is not in the index',
      'task b7 is not in the index',
    ])
    em.beforeAnswer = () => undefined
    collector.pass(hourMs)
    expect(finalTasks.isWanted).toBe(true)
    await run()
    expect(await collector.differences()).toEqual([])
  })

  it('are asked for as before where EM could not be reached', async (context) => {
    const { em, finalTasks, run } = await create(context, 90)
    em.faults = ['unreachable']
    expect(await run()).toBe('rejected')
    em.asked = []
    expect(await run()).toBe('fulfilled')
    expect(em.asked).toHaveLength(2)
    expect(finalTasks.isWanted).toBe(true)
  })
})
