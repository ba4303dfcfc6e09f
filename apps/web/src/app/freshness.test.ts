import type { Freshness } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { judgeFreshness } from './freshness.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
const freshness = (
  em: Partial<Freshness['em']>,
  collection: Freshness['collection'],
): Freshness => ({
  nowUTC: ago(0),
  em: { state: 'ready', since: ago(600), lastAnswerUTC: ago(8), error: null, ...em },
  collection,
})
const collected = (seconds: number, state = 'CompletedSuccessfully') => ({
  lastFinishedUTC: ago(seconds),
  state,
  error: null,
})
const down = { code: 'em-unreachable', message: 'nothing listens there' } as const

describe('judgeFreshness', () => {
  it.each<[string, Freshness | undefined, boolean, string, string, string]>([
    [
      'young',
      freshness({}, collected(660)),
      false,
      'fresh',
      'Enterprise Manager answered 8 s ago',
      'collected from backup servers 11 min ago',
    ],
    [
      'collection old',
      freshness({}, collected(1860)),
      false,
      'late',
      'Enterprise Manager answered 8 s ago',
      'collected from backup servers 31 min ago',
    ],
    [
      'collection failed',
      freshness({}, collected(60, 'Failed')),
      false,
      'late',
      'Enterprise Manager answered 8 s ago',
      'the last collection failed, 1 min ago',
    ],
    [
      'collection not told',
      freshness({}, null),
      false,
      'unknown',
      'Enterprise Manager answered 8 s ago',
      'collection time unknown',
    ],
    [
      'answer old',
      freshness({ lastAnswerUTC: ago(120) }, collected(60)),
      false,
      'late',
      'Enterprise Manager answered 2 min ago',
      'collected from backup servers 1 min ago',
    ],
    [
      'EM down',
      freshness({ state: 'failed', error: down }, collected(60)),
      false,
      'failed',
      'Enterprise Manager fails, answered 8 s ago',
      'collected from backup servers 1 min ago',
    ],
    [
      'never logged on',
      freshness({ state: 'logging-on', lastAnswerUTC: null }, null),
      false,
      'unknown',
      'logging on to Enterprise Manager',
      'collection time unknown',
    ],
    [
      'server gone, though it was fine',
      freshness({}, collected(60)),
      true,
      'failed',
      'CDP Watch does not answer',
      'unknown',
    ],
    ['first moment', undefined, false, 'unknown', 'connecting', 'unknown'],
  ])('%s', (_name, given, failed, tone, em, collection) => {
    const view = judgeFreshness(given, failed, now)
    expect(view).toMatchObject({ tone, em, collection })
    expect(view.chain).toHaveLength(4)
  })
  it('says in the chain what failed', () => {
    const view = judgeFreshness(freshness({ state: 'failed', error: down }, null), false, now)
    expect(view.chain[2]).toEqual({
      name: 'Enterprise Manager',
      tone: 'failed',
      words: 'nothing listens there',
    })
  })
})
