import { indexStateSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { describeIndex, type IndexFacts } from './collector-status.ts'
import { dayMs } from './em-time.ts'
import { StatusBoard } from './status-board.ts'

const emNow = Date.UTC(2026, 5, 15, 12)
const facts: IndexFacts = {
  progress: {
    dataVersion: 7,
    sessions: 90,
    filledBackTo: emNow - 30 * dayMs,
    isFilled: true,
    newestStart: emNow,
    newestTaskEnd: null,
    tasksWanted: 3,
  },
  target: emNow - 30 * dayMs,
  emNow,
  asOf: emNow - 1000,
  roundFailure: undefined,
  fillFailure: undefined,
}
const filling = { ...facts.progress, isFilled: false, filledBackTo: emNow - 6 * dayMs }
const failure = { code: 'em-unreachable', message: 'gone', retryAfterSeconds: undefined } as const
const error = { code: 'em-unreachable', message: 'gone' }

describe('the state of the index', () => {
  it.each<[string, Partial<IndexFacts>, object]>([
    ['ready', {}, { state: 'ready', progress: null, reasonsWaiting: 3, sessions: 90, error: null }],
    [
      'being filled',
      { progress: filling },
      {
        state: 'filling',
        progress: { share: 0.2, sessions: 90, reachedUTC: '2026-06-09T12:00:00.000Z' },
      },
    ],
    [
      'not begun',
      { progress: { ...filling, filledBackTo: null, sessions: 0 }, asOf: null },
      { state: 'filling', asOf: null, progress: { share: 0, sessions: 0, reachedUTC: null } },
    ],
    ['failing', { roundFailure: failure }, { state: 'failing', error, progress: null }],
    [
      'failing in the middle of the fill',
      { progress: filling, roundFailure: failure },
      { state: 'failing', error, progress: { share: 0.2 } },
    ],
    [
      'being filled in vain',
      { progress: filling, fillFailure: failure },
      { state: 'filling', error },
    ],
    ['filled further than asked for', { target: emNow }, { state: 'ready', progress: null }],
    [
      'with a clock set back',
      { progress: filling, emNow: emNow - 20 * dayMs },
      { progress: { share: 0 } },
    ],
  ])('%s', (_name, change, expected) => {
    const described = describeIndex({ ...facts, ...change })
    expect(described).toMatchObject(expected)
    indexStateSchema.parse({ ...described, since: new Date(emNow).toISOString() })
  })
})

describe('the status', () => {
  it('is told when it changes, with the time since when the index is in its state', () => {
    const told: string[] = []
    let now = emNow
    const board = new StatusBoard({
      publish: ({ index, dataVersion }) =>
        told.push(`${dataVersion} ${index.state} ${index.since.slice(11, 19)}`),
      now: () => now,
    })
    board.update(facts, null, 60)
    board.update(facts, null, 60)
    now += 5000
    board.update({ ...facts, progress: { ...facts.progress, dataVersion: 8 } }, null, 60)
    board.update({ ...facts, roundFailure: failure }, null, 60)
    now += 5000
    board.update({ ...facts, roundFailure: failure, asOf: now }, null, 60)
    expect(told).toEqual([
      '7 ready 12:00:00',
      '8 ready 12:00:00',
      '7 failing 12:00:05',
      '7 failing 12:00:05',
    ])
  })
})
