import { setTimeout as sleep } from 'node:timers/promises'
import { indexStateSchema } from '@cdp-watch/contract'
import { describe, expect, it, type TestContext } from 'vitest'
import { createDataDir, silence } from '../../../test/collector-by-hand.ts'
import { readIndexContent } from '../../../test/index-content.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, sampleSession } from '../../../test/sample-rows.ts'
import { until } from '../../../test/until.ts'
import { openSqliteIndexWriter } from '../store/sqlite-index-writer.ts'
import { Collector } from './collector.ts'
import type { CollectorStatus } from './collector-status.ts'
import { dayMs, hourMs } from './em-time.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const options = { pageSize: 100, pollSeconds: 0.02, historyDays: 20, retentionDays: 400 }

const create = ({ onTestFinished }: TestContext, changes: Partial<typeof options> = {}) => {
  const em = new ModelEm()
  em.rows.sessions = byUid(
    Array.from({ length: 60 }, (_, n) => {
      const created = noon - n * 11 * hourMs - hourMs
      const stopped = {
        state: 'Stopped',
        result: 'Success',
        endTimeUTC: new Date(created + hourMs).toISOString(),
      }
      return sampleSession({
        uid: `s${n}`,
        creationTimeUTC: new Date(created).toISOString(),
        ...(n > 0 ? stopped : {}),
      })
    }),
  )
  em.collections = [noon]
  const statuses: CollectorStatus[] = []
  const { dataDir, remove } = createDataDir()
  const writer = openSqliteIndexWriter(dataDir)
  let underWay = 0
  let most = 0
  const ask = async (path: string, signal: AbortSignal) => {
    underWay += 1
    most = Math.max(most, underWay)
    try {
      await sleep(1, undefined, { signal })
      return await em.ask(path, signal)
    } finally {
      underWay -= 1
    }
  }
  const needs = {
    ask,
    now: () => noon,
    emOffsetMs: () => 0,
    log: silence,
    worked: () => undefined,
    resting: () => undefined,
    publish: (status: CollectorStatus) => statuses.push(status),
  }
  const collector = new Collector(writer, needs, { ...options, ...changes })
  onTestFinished(async () => {
    await collector.stop()
    await writer.close()
    remove()
  })
  const awaitState = (state: CollectorStatus['index']['state']) =>
    until(
      () => statuses.at(-1)?.index,
      (index) => index?.state === state,
    )
  const index = () => readIndexContent(dataDir)
  return { em, collector, statuses, awaitState, index, underWay: () => underWay, most: () => most }
}

describe('a collector', () => {
  it('shows the newest sessions first, then fills the rest, with at most two requests at a time', async (context) => {
    const { collector, statuses, awaitState, index, most } = create(context)
    collector.start()
    await awaitState('ready')
    const states = new Set(statuses.map((status) => status.index.state))
    expect([...states]).toEqual(['filling', 'ready'])
    const [first, read] = statuses.filter((status) => status.index.sessions > 0)
    expect(first?.index).toMatchObject({ state: 'filling', sessions: 3, asOf: null })
    expect(read?.index).toMatchObject({ sessions: 3, asOf: new Date(noon).toISOString() })
    const wanted = Math.floor((20 * dayMs - hourMs) / (11 * hourMs)) + 1
    expect(index().sessions.size).toBe(wanted)
    expect(most()).toBe(2)
    for (const status of statuses) indexStateSchema.parse(status.index)
  })

  it('tells each commit at once, with its data version', async (context) => {
    const { collector, statuses, awaitState } = create(context)
    collector.start()
    await awaitState('ready')
    const versions = statuses.map(({ dataVersion }) => dataVersion)
    expect(new Set(versions).size).toBeGreaterThan(5)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  })

  it('asks for nothing but rounds while they fail, says since when and why, and recovers', async (context) => {
    const { em, collector, statuses, awaitState } = create(context)
    em.faults = Array.from({ length: 4 }, () => 'unreachable' as const)
    collector.start()
    const failing = await awaitState('failing')
    expect(failing?.error).toEqual({
      code: 'em-unreachable',
      message: 'it cut the connection off.',
    })
    await awaitState('ready')
    expect(em.asked.slice(0, 5)).toEqual(Array(5).fill('/api/systemSessions?format=Entity'))
    expect(statuses.at(-1)?.index.error).toBeNull()
  })

  it('waits as long as EM asks', async (context) => {
    const { em, collector, awaitState } = create(context)
    em.faults = ['overloaded']
    collector.start()
    await awaitState('failing')
    const failed = performance.now()
    await awaitState('ready')
    expect(performance.now() - failed).toBeGreaterThan(900)
  })

  it('is stopped at any moment, with nothing left under way', async (context) => {
    for (const ms of [0, 1, 3, 10, 30, 60, 120]) {
      const { em, collector, underWay } = create(context)
      collector.start()
      await sleep(ms)
      await collector.stop()
      expect(underWay()).toBe(0)
      const { length } = em.asked
      await sleep(30)
      expect(em.asked).toHaveLength(length)
    }
  })

  it('is stopped while it rests, and before it was started', async (context) => {
    const { collector, awaitState } = create(context, { pollSeconds: 3600 })
    await collector.stop()
    collector.start()
    const other = create(context, { pollSeconds: 3600 })
    other.collector.start()
    await other.awaitState('ready')
    await other.collector.stop()
    await expect(Promise.race([awaitState('ready'), sleep(50, 'nothing')])).resolves.toBe('nothing')
  })
})
