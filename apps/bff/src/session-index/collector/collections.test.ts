import { collectionSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../errors.ts'
import { Collections, lastFinished } from './collections.ts'
import { minuteMs } from './em-time.ts'

const job = (endTimeUTC: string | null, state = 'CompletedSuccessfully') => ({
  uid: null,
  creationTimeUTC: '2026-06-15T08:00:00.000Z',
  endTimeUTC,
  state,
  result: null,
  message: null,
})
const answer = (EndTimeUTC: string) => {
  const run = { SessionType: 'CollectJob', CreationTimeUTC: '2026-06-15T08:00:00Z', EndTimeUTC }
  return JSON.stringify({ SystemSessions: [{ ...run, State: 'CompletedSuccessfully' }] })
}

const create = (...steps: (string | Error)[]) => {
  const clock = { elapsed: 0 }
  const asked: string[] = []
  const ask = async (path: string) => {
    asked.push(path)
    const step = steps[Math.min(asked.length, steps.length) - 1]
    if (step instanceof Error) throw step
    return step ?? ''
  }
  const collections = new Collections({ ask, elapsed: () => clock.elapsed })
  const read = () => collections.read(new AbortController().signal)
  return { collections, read, asked, clock }
}

describe('EM’s collection', () => {
  it('is unknown before EM was asked, then the last one that finished', async () => {
    const { collections, read, asked } = create(answer('2026-06-15T09:01:00Z'))
    expect(collections.describe()).toBeNull()
    const lastFinishedUTC = '2026-06-15T09:01:00.000Z'
    expect(await read()).toEqual({ kind: 'told', lastFinishedUTC, state: 'CompletedSuccessfully' })
    expect(collectionSchema.parse(collections.describe())).toMatchObject({
      lastFinishedUTC,
      error: null,
    })
    expect(asked).toEqual(['/api/systemSessions?format=Entity'])
  })

  it('is the same while the answer is, and another when it changes', async () => {
    const { read } = create(
      answer('2026-06-15T09:01:00Z'),
      answer('2026-06-15T09:01:00Z'),
      answer('2026-06-15T09:16:00Z'),
    )
    expect(await read()).toEqual(await read())
    expect(await read()).toMatchObject({ lastFinishedUTC: '2026-06-15T09:16:00.000Z' })
  })

  it.each(['em-refused', 'em-refused-query', 'em-error', 'em-timeout'] as const)(
    'that EM does not tell (%s) is asked for again after ten minutes',
    async (code) => {
      const { collections, read, asked, clock } = create(
        new AppError(code, 'may not read this'),
        answer('2026-06-15T09:01:00Z'),
      )
      expect(await read()).toEqual({ kind: 'untold' })
      expect(collectionSchema.parse(collections.describe())).toEqual({
        lastFinishedUTC: null,
        state: null,
        error: 'may not read this',
      })
      clock.elapsed = 10 * minuteMs - 1
      expect(await read()).toEqual({ kind: 'untold' })
      expect(asked).toHaveLength(1)
      clock.elapsed = 10 * minuteMs
      expect(await read()).toMatchObject({ kind: 'told' })
      expect(collections.describe()).toMatchObject({ error: null })
    },
  )

  it.each([
    new AppError('em-unreachable', 'nothing listens there'),
    '<html><title>Portal</title></html>',
  ])(
    'is not to be had of an EM that fails (%s): what was known stays, with the reason',
    async (step) => {
      const { collections, read, asked } = create(answer('2026-06-15T09:01:00Z'), step)
      await read()
      await expect(read()).rejects.toThrow()
      expect(collections.describe()).toMatchObject({
        lastFinishedUTC: '2026-06-15T09:01:00.000Z',
        error: expect.any(String),
      })
      await expect(read()).rejects.toThrow()
      expect(asked).toHaveLength(3)
    },
  )
})

describe('the last collection', () => {
  it.each([
    ['none', [], null, null],
    ['one under way', [job(null, 'InProgress')], null, null],
    [
      'several, in no order',
      [
        job('2026-06-15T09:01:00.000Z'),
        job('2026-06-15T09:16:00.000Z', 'Failed'),
        job('2026-06-15T08:46:00.000Z'),
        job(null, 'InProgress'),
      ],
      '2026-06-15T09:16:00.000Z',
      'Failed',
    ],
  ])('of %s', (_name, jobs, lastFinishedUTC, state) => {
    expect(lastFinished(jobs)).toEqual({ lastFinishedUTC, state })
  })
})
