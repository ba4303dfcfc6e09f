import { collectionSchema } from '@cdp-watch/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../errors.ts'
import { createLog } from '../ops/log.ts'
import { CollectionWatch, lastFinished } from './collection-watch.ts'

const job = (endTimeUTC: string | null, state = 'CompletedSuccessfully') => ({
  uid: null,
  creationTimeUTC: '2026-06-15T09:00:00Z',
  endTimeUTC,
  state,
  result: null,
  message: null,
})

const answerOf = (...jobs: object[]) => ({
  Entities: { SystemSessions: { SystemSessions: jobs } },
})
const collectJob = (EndTimeUTC: string | null, State = 'CompletedSuccessfully') => ({
  SessionType: 'CollectJob',
  CreationTimeUTC: '2026-06-15T09:00:00Z',
  EndTimeUTC,
  State,
})

type Step = object | AppError | 'hangs'

const startWatch = (...steps: Step[]) => {
  const asked: string[] = []
  const client = {
    getJson: async (path: string, signal?: AbortSignal): Promise<unknown> => {
      asked.push(path)
      const step = steps[Math.min(asked.length, steps.length) - 1]
      if (step instanceof Error) throw step
      if (step === 'hangs') {
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason)),
        )
      }
      return step
    },
  }
  const watch = new CollectionWatch({ client, log: createLog('silent'), pollSeconds: 30 })
  watch.start()
  return { watch, asked }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('the watch', () => {
  it('knows nothing before EM answered, then the last collection', async () => {
    const { watch, asked } = startWatch(answerOf(collectJob('2026-06-15T09:01:00Z')))
    expect(watch.describe()).toBeNull()
    await pass(0)
    const known = collectionSchema.parse(watch.describe())
    expect(known).toMatchObject({ state: 'CompletedSuccessfully', error: null })
    expect(Date.parse(known.lastFinishedUTC ?? '')).toBe(Date.UTC(2026, 5, 15, 9, 1))
    expect(asked).toEqual(['/api/systemSessions?format=Entity'])
    watch.stop()
  })

  it('asks for the collection every two minutes, for something small at every poll between', async () => {
    const { watch, asked } = startWatch(answerOf(collectJob('2026-06-15T09:01:00Z')))
    await pass(240)
    const isCollection = (path: string) => path.startsWith('/api/systemSessions')
    expect(asked.map(isCollection)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ])
    expect(asked[1]).toContain('pageSize=1&')
    expect(watch.describe()?.state).toBe('CompletedSuccessfully')
    watch.stop()
  })

  it('asks again every poll, never two at once', async () => {
    const { watch, asked } = startWatch(answerOf())
    await pass(29)
    expect(asked).toHaveLength(1)
    await pass(61)
    expect(asked).toHaveLength(4)
    watch.stop()
    await pass(600)
    expect(asked).toHaveLength(4)
  })

  it('keeps what it knew when EM fails, and says what failed', async () => {
    const down = new AppError('em-unreachable', 'nothing listens there')
    const { watch } = startWatch(answerOf(collectJob('2026-06-15T09:01:00Z')), down, answerOf())
    await pass(30)
    expect(watch.describe()).toMatchObject({ state: 'CompletedSuccessfully', error: down.message })
    await pass(30)
    expect(watch.describe()).toEqual({ lastFinishedUTC: null, state: null, error: null })
    watch.stop()
  })

  it('says why it never knew anything', async () => {
    const { watch } = startWatch(new AppError('em-refused', 'may not read this'))
    await pass(0)
    expect(collectionSchema.parse(watch.describe())).toEqual({
      lastFinishedUTC: null,
      state: null,
      error: 'may not read this',
    })
    watch.stop()
  })

  it.each([
    [2, 2],
    [0, 1],
    [300, 30],
  ])('asked to wait %i s comes back after %i s', async (retryAfterSeconds, seconds) => {
    const busy = new AppError('em-overloaded', 'busy', { retryAfterSeconds })
    const { watch, asked } = startWatch(busy)
    await pass(seconds - 0.001)
    expect(asked).toHaveLength(1)
    await pass(0.001)
    expect(asked).toHaveLength(2)
    watch.stop()
  })

  it('stops also while it waits for EM', async () => {
    const { watch, asked } = startWatch('hangs')
    await pass(0)
    watch.stop()
    await pass(600)
    expect(asked).toHaveLength(1)
    expect(watch.describe()).toBeNull()
  })
})

describe('the last collection', () => {
  it.each([
    ['none', [], null, null],
    ['one under way', [job(null, 'InProgress')], null, null],
    [
      'several, in no order',
      [
        job('2026-06-15T09:01:00Z'),
        job('2026-06-15T09:16:00Z', 'Failed'),
        job('2026-06-15T08:46:00Z'),
      ],
      '2026-06-15T09:16:00Z',
      'Failed',
    ],
    [
      'fractions of a second',
      [job('2026-06-15T09:01:00.5Z', 'CompletedWarning'), job('2026-06-15T09:01:00.1234567Z')],
      '2026-06-15T09:01:00.5Z',
      'CompletedWarning',
    ],
  ])('of %s', (_name, jobs, lastFinishedUTC, state) => {
    expect(lastFinished(jobs)).toEqual({ lastFinishedUTC, state })
  })
})
