import { describe, expect, it } from 'vitest'
import type { IndexWriter } from '../store/session-store.ts'
import { KnownIndex } from './known-index.ts'
import { pauseAfterRegrouping, Regrouping } from './regrouping.ts'

/** An index with so many texts to group. */
const create = (texts: number, fails = false) => {
  let left = texts
  const steps: number[] = []
  const none = () => Promise.reject(new Error('of no use to grouping'))
  const writer: IndexWriter = {
    progress: async () => ({
      dataVersion: texts - left,
      sessions: 0,
      filledBackTo: null,
      isFilled: false,
      newestStart: null,
      newestTaskEnd: null,
      tasksWanted: 0,
    }),
    position: none,
    apply: none,
    sessionsWantingTasks: none,
    prune: none,
    regroup: async (limit) => {
      if (fails) throw new Error('the disk is full')
      steps.push(limit)
      left = Math.max(0, left - limit)
      return left
    },
    close: none,
  }
  const told: (number | undefined)[] = []
  const index: KnownIndex = new KnownIndex(writer, () => told.push(index.progress?.dataVersion))
  return { regrouping: new Regrouping({ index }), steps, told }
}

describe('grouping failures anew', () => {
  it.each([
    [0, 1],
    [500, 1],
    [501, 2],
    [1700, 4],
  ])('of %i texts takes %i small steps, each of which is told', async (texts, count) => {
    const { regrouping, steps, told } = create(texts)
    while (regrouping.isWanted) await regrouping.run()
    expect(steps).toEqual(Array.from({ length: count }, () => 500))
    expect(told).toHaveLength(count)
    expect(told.at(-1)).toBe(texts)
  })

  it('is still to be done where the index cannot be written', async () => {
    const { regrouping } = create(10, true)
    await expect(regrouping.run()).rejects.toThrow('full')
    expect(regrouping.isWanted).toBe(true)
  })

  it('leaves four fifths of the time to others', () => {
    expect(pauseAfterRegrouping(50)).toBe(200)
  })
})
