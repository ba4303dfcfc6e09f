import { describe, expect, it } from 'vitest'
import type { IndexWriter } from '../store/session-store.ts'
import { dayMs, hourMs } from './em-time.ts'
import { KnownIndex } from './known-index.ts'
import { Pruning } from './pruning.ts'

const now = Date.UTC(2026, 5, 15, 12)

/** An index with sessions of so many days' age, and an EM whose clock is so many days ahead. */
const create = async (ages: readonly number[], newestAge: number | null, ahead = 0) => {
  let kept = ages.map((days) => now - days * dayMs)
  const clock = { elapsed: 0 }
  const steps: number[] = []
  const writer: IndexWriter = {
    progress: async () => ({
      dataVersion: 1,
      sessions: kept.length,
      filledBackTo: null,
      isFilled: false,
      newestStart: newestAge === null ? null : now - newestAge * dayMs,
      newestTaskEnd: null,
      tasksWanted: 0,
    }),
    position: () => Promise.reject(new Error('of no use to pruning')),
    apply: async () => ({ dataVersion: 1, added: 0, changed: 0 }),
    sessionsWantingTasks: async () => [],
    prune: async (before, limit) => {
      steps.push(limit)
      const old = kept.filter((start) => start < before).slice(0, limit)
      kept = kept.filter((start) => !old.includes(start))
      return old.length
    },
    regroup: () => Promise.reject(new Error('of no use to pruning')),
    close: async () => undefined,
  }
  const index = new KnownIndex(writer, () => undefined)
  await index.look()
  const clocks = { now: () => now, emNow: () => now + ahead * dayMs, elapsed: () => clock.elapsed }
  const options = { pageSize: 500, pollSeconds: 30, historyDays: 30, retentionDays: 400 }
  const pruning = new Pruning({ index, clocks, options })
  const run = async () => {
    while (pruning.isWanted) await pruning.run()
  }
  return { run, clock, steps, pruning, ages: () => kept.map((start) => (now - start) / dayMs) }
}

describe('pruning', () => {
  it('forgets what is older than it is to be kept, in small steps', async () => {
    const old = Array.from({ length: 1200 }, (_, n) => 401 + n / 10_000)
    const { run, steps, ages } = await create([...old, 399, 1], 0)
    await run()
    expect(ages()).toEqual([399, 1])
    expect(steps).toEqual([500, 500, 500])
  })

  it('looks again after an hour', async () => {
    const { run, steps, pruning, clock } = await create([1], 0)
    await run()
    expect(pruning.isWanted).toBe(false)
    clock.elapsed = hourMs
    await run()
    expect(steps).toHaveLength(2)
  })

  it.each([
    ['EM’s clock is years ahead', [300, 1], 0, 5000],
    ['nothing has begun for a year', [500, 370], 370, 0],
    ['nothing is known', [], null, 0],
  ])('forgets nothing because %s', async (_name, ages, newestAge, ahead) => {
    const index = await create(ages, newestAge, ahead)
    await index.run()
    expect(index.ages()).toEqual(ages)
  })
})
