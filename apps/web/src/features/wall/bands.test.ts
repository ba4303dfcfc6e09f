import type { Freshness } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import type { WallProblem } from '../../api/wall-answers.ts'
import { type BandFacts, judgeBands } from './bands.ts'
import { sampleFreshness, sampleNow } from './wall-fixture.ts'

const well: BandFacts = {
  trouble: null,
  freshness: sampleFreshness(),
  now: sampleNow,
  screenAheadMs: 0,
  sleptMs: null,
}
const utc = (secondsAgo: number) => new Date(sampleNow - secondsAgo * 1000).toISOString()
const fresh = (changes: Partial<Freshness>): Partial<BandFacts> => ({
  freshness: sampleFreshness(changes),
})
const { em, index } = sampleFreshness()
const refusal = (status: number): WallProblem => ({
  title: 'No',
  status,
  detail: 'It is so.',
})
const refused = (status: number): Partial<BandFacts> => ({
  trouble: { kind: 'refused', since: sampleNow - 5000, problem: refusal(status) },
})
const unreachable = (ms: number): Partial<BandFacts> => ({
  trouble: { kind: 'unreachable', since: sampleNow - ms },
})
const failing = { code: 'em-unreachable', message: 'It cannot be reached.' } as const

describe('the bands', () => {
  it.each<[string, Partial<BandFacts>, readonly string[]]>([
    ['all is well', {}, []],
    ['nothing was ever heard, and nothing went wrong', { freshness: null }, []],
    ['the line just broke', unreachable(2999), []],
    ['the server does not answer', unreachable(3000), ['server']],
    ['the access ended', refused(401), ['revoked']],
    ['the access is forbidden', refused(403), ['revoked']],
    ['the filter is wrong', refused(400), ['address']],
    ['the index is not open', refused(503), ['index']],
    ['Enterprise Manager fails', fresh({ em: { ...em, state: 'failed', error: failing } }), ['em']],
    [
      'it was asked in vain',
      fresh({ index: { ...index, state: 'failing', error: failing } }),
      ['em'],
    ],
    ['it is being logged on to', fresh({ em: { ...em, state: 'logging-on', since: utc(20) } }), []],
    ['that takes too long', fresh({ em: { ...em, state: 'logging-on', since: utc(61) } }), ['em']],
    [
      'the index broke',
      fresh({
        index: { ...index, state: 'failing', error: { code: 'index-failed', message: 'x' } },
      }),
      ['index'],
    ],
    [
      'the index is not written',
      fresh({
        index: { ...index, state: 'failing', error: { code: 'index-not-written', message: 'x' } },
      }),
      ['index'],
    ],
    [
      'the index is filling',
      fresh({
        index: {
          ...index,
          state: 'filling',
          progress: { share: 0.4, sessions: 9, reachedUTC: null },
        },
      }),
      ['filling'],
    ],
    ['the picture is not yet old', fresh({ index: { ...index, asOf: utc(60) } }), []],
    ['the picture is old', fresh({ index: { ...index, asOf: utc(61) } }), ['old']],
    [
      'the picture is as old as slow rounds let it be',
      fresh({
        index: { ...index, asOf: utc(200) },
        staleAfterSeconds: { index: 200, collection: 1800 },
      }),
      [],
    ],
    [
      'the collection is not yet old',
      fresh({ collection: { lastFinishedUTC: utc(1800), state: null, error: null } }),
      [],
    ],
    [
      'the collection is old',
      fresh({ collection: { lastFinishedUTC: utc(1801), state: null, error: null } }),
      ['collection'],
    ],
    [
      'the collection is old by EM’s clock',
      fresh({
        em: { ...em, clockOffsetSeconds: 3600 },
        collection: { lastFinishedUTC: utc(0), state: null, error: null },
      }),
      ['collection'],
    ],
    ['the collection is not told', fresh({ collection: null }), ['collection-unknown']],
    ['the screen’s clock is a minute fast', { screenAheadMs: 60_000 }, []],
    ['the screen’s clock is fast', { screenAheadMs: 60_001 }, ['clock']],
    ['the screen’s clock is slow', { screenAheadMs: -60_001 }, ['clock']],
    ['the page slept', { sleptMs: 90_000 }, ['asleep']],
    [
      'several at once, alarms first',
      { ...unreachable(60_000), screenAheadMs: 90_000, sleptMs: 60_000 },
      ['asleep', 'server', 'clock'],
    ],
    [
      'what a server said that is gone is not told',
      { ...unreachable(60_000), ...fresh({ collection: null }) },
      ['server'],
    ],
  ])('%s', (_name, changes, kinds) => {
    const bands = judgeBands({ ...well, ...changes })
    expect(bands.map(({ kind }) => kind)).toEqual(kinds)
    for (const { title, words } of bands) {
      expect(title).toMatch(/\w+ \w+|No/)
      expect(words).toMatch(/\.$|x/)
      expect(`${title} ${words}`).not.toMatch(/undefined|NaN|null|Infinity/)
    }
  })

  it('says since when, and how long that is', () => {
    const [server] = judgeBands({ ...well, ...unreachable(12 * 60_000) })
    expect(server?.words).toMatch(/^Since \d\d:\d\d, 12 min ago\./)
    const wrong = { code: 'em-wrong-credentials', message: 'Bad password.' } as const
    const [refusing] = judgeBands({
      ...well,
      ...fresh({ em: { ...em, state: 'failed', error: wrong } }),
    })
    expect(refusing?.title).toBe('Enterprise Manager refuses the dashboard')
    const [clock] = judgeBands({ ...well, screenAheadMs: -180_000 })
    expect(clock?.title).toBe('This screen’s clock is 3 min slow')
  })
})
