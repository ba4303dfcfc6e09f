import { describe, expect, it, type TestContext } from 'vitest'
import { CollectorByHand, createDataDir } from '../../../test/collector-by-hand.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, sampleSession, sampleTask } from '../../../test/sample-rows.ts'
import { hourMs, minuteMs } from './em-time.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const at = (hours: number) => new Date(noon + hours * hourMs).toISOString()
const options = { pageSize: 100, pollSeconds: 30, historyDays: 2, retentionDays: 400 }

const failed = (hours: number) => ({
  state: 'Completed',
  result: 'Failed',
  reason: 'lost',
  endTimeUTC: at(hours),
})

/** An EM with 90 sessions under way, each with a VM that failed hours ago and was not begun again. */
const create = ({ onTestFinished }: TestContext) => {
  const em = new ModelEm()
  const numbers = Array.from({ length: 90 }, (_, n) => n)
  em.rows.sessions = byUid(
    numbers.map((n) => sampleSession({ uid: `s${n}`, creationTimeUTC: at(-20) })),
  )
  em.rows.tasks = byUid(
    numbers.map((n) =>
      sampleTask({
        uid: `t${n}`,
        policySessionUid: `s${n}`,
        creationTimeUTC: at(-20),
        ...failed(-15),
      }),
    ),
  )
  em.collections = [noon]
  const { dataDir, remove } = createDataDir()
  const open: CollectorByHand[] = []
  /** A new process on the same index. */
  const start = () => {
    const collector = new CollectorByHand({ dataDir, ask: em.ask, emNow: () => noon, options })
    open.push(collector)
    return collector
  }
  onTestFinished(async () => {
    for (const collector of open) await collector.close()
    remove()
  })
  /** A task that ended lately says until when an index has followed. */
  const endLately = () => {
    const task = sampleTask({ uid: 'lately', policySessionUid: 's1', ...failed(-1) })
    em.rows.tasks.set(task.uid, task)
  }
  return { em, start, endLately }
}

const tasksIn = (collector: CollectorByHand) => collector.index().tasks.size

describe('tasks that ended unseen', () => {
  it('are asked for by their sessions, those of several at a time', async (context) => {
    const { em, start } = create(context)
    const collector = start()
    await collector.round()
    expect(tasksIn(collector)).toBe(0)
    em.asked = []
    await collector.catchUp()
    expect(em.asked.filter((path) => path.includes('PolicySessionUid'))).toHaveLength(3)
    expect(await collector.differences()).toEqual([])
  })

  it('are asked for by the next process where this one ended before', async (context) => {
    const { em, start, endLately } = create(context)
    endLately()
    const first = start()
    await first.round()
    const { fill, catchUp } = first.parts
    while (fill.isWanted) await fill.run(first.signal)
    await catchUp.run(first.signal)
    expect(tasksIn(first)).toBeLessThan(em.rows.tasks.size)
    const second = start()
    await second.round()
    await second.catchUp()
    expect(await second.differences()).toEqual([])
  })

  it('are asked for by the next process too where they came late', async (context) => {
    const { em, start, endLately } = create(context)
    endLately()
    const first = start()
    await first.settle()
    em.rows.sessions.set('late', sampleSession({ uid: 'late', creationTimeUTC: at(-10) }))
    em.rows.tasks.set('late', sampleTask({ uid: 'late', policySessionUid: 'late', ...failed(-8) }))
    first.pass(20 * minuteMs)
    await first.round()
    expect(first.parts.catchUp.isWanted).toBe(true)
    const second = start()
    await second.round()
    await second.catchUp()
    expect(await second.differences()).toEqual([])
  })

  it('are not asked for again by the next process where all are there', async (context) => {
    const { start, endLately } = create(context)
    endLately()
    const first = start()
    await first.settle()
    const second = start()
    await second.round()
    expect(second.parts.catchUp.isWanted).toBe(false)
  })
})
