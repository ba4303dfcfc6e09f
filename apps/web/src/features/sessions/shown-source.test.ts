import type { Freshness } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { shownSource } from './shown-source.ts'

function freshness(reachedUTC: string | null | undefined): Freshness {
  const since = '2026-06-15T00:00:00.000Z'
  return {
    nowUTC: since,
    em: { state: 'ready', since, lastAnswerUTC: since, error: null, clockOffsetSeconds: 0 },
    collection: null,
    index: {
      state: reachedUTC === undefined ? 'ready' : 'filling',
      since,
      progress: reachedUTC === undefined ? null : { share: 0.34, sessions: 10, reachedUTC },
      reasonsWaiting: 0,
      asOf: since,
      sessions: 10,
      error: null,
    },
    staleAfterSeconds: { index: 60, collection: 1800 },
    dataVersion: 1,
  }
}
const from = '2026-06-08T00:00:00Z'

describe('shownSource', () => {
  it.each([
    ['live where it was chosen', 'live', freshness(undefined), from, 'live chosen'],
    ['the index once it is filled', undefined, freshness(undefined), from, 'index'],
    ['nothing before it is known', undefined, undefined, from, 'waiting'],
    ['the index where the freshness cannot be asked', undefined, 'failed', from, 'index'],
    ['live while nothing is filled', undefined, freshness(null), from, 'live filling'],
    [
      'live while the range is not reached',
      'index',
      freshness('2026-06-09T00:00:00.000Z'),
      from,
      'live filling',
    ],
    [
      'the index where the range is reached',
      undefined,
      freshness('2026-06-07T00:00:00.000Z'),
      from,
      'index filling',
    ],
    [
      'the index where just the range is reached',
      undefined,
      freshness('2026-06-08T00:00:00.000Z'),
      from,
      'index filling',
    ],
    [
      'live while all is wanted and not all is there',
      undefined,
      freshness('2026-06-01T00:00:00.000Z'),
      undefined,
      'live filling',
    ],
  ] as const)('is %s', (_name, wanted, fresh, start, expected) => {
    const source = shownSource(wanted, fresh, start)
    const because = source.kind === 'live' ? [source.because] : []
    const filling = source.kind === 'index' && source.filling ? ['filling'] : []
    expect([source.kind, ...because, ...filling].join(' ')).toBe(expected)
  })
})
