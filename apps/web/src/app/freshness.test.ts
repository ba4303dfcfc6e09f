import type { Freshness } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { formatCount } from '../ui/format-count.ts'
import { judgeFreshness } from './freshness.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
const freshness = (
  em: Partial<Freshness['em']>,
  collection: Freshness['collection'],
  index: Partial<Freshness['index']> = {},
): Freshness => ({
  nowUTC: ago(0),
  em: {
    state: 'ready',
    since: ago(600),
    lastAnswerUTC: ago(8),
    error: null,
    clockOffsetSeconds: 0,
    ...em,
  },
  collection,
  index: {
    state: 'ready',
    since: ago(600),
    progress: null,
    reasonsWaiting: 0,
    asOf: ago(12),
    sessions: 38_120,
    error: null,
    ...index,
  },
  staleAfterSeconds: { index: 60, collection: 1800 },
  dataVersion: 7,
})
const collected = (seconds: number, state = 'CompletedSuccessfully') => ({
  lastFinishedUTC: ago(seconds),
  state,
  error: null,
})
const down = { code: 'em-unreachable', message: 'nothing listens there' } as const
const answered = 'Enterprise Manager answered 8 s ago'
const minutes11 = 'collected from backup servers 11 min ago'

describe('judgeFreshness', () => {
  it.each<[string, Freshness | undefined, boolean, string, string[]]>([
    ['young', freshness({}, collected(660)), false, 'fresh', [answered, minutes11]],
    [
      'collection old',
      freshness({}, collected(1860)),
      false,
      'late',
      [answered, 'collected from backup servers 31 min ago'],
    ],
    [
      'collection failed',
      freshness({}, collected(60, 'Failed')),
      false,
      'late',
      [answered, 'the last collection failed, 1 min ago'],
    ],
    [
      'collection not told',
      freshness({}, null),
      false,
      'unknown',
      [answered, 'collection time unknown'],
    ],
    [
      'answer old',
      freshness({ lastAnswerUTC: ago(120) }, collected(660)),
      false,
      'late',
      ['Enterprise Manager answered 2 min ago', minutes11],
    ],
    [
      'EM down',
      freshness({ state: 'failed', error: down }, collected(660)),
      false,
      'failed',
      ['Enterprise Manager fails, answered 8 s ago', minutes11],
    ],
    [
      'never logged on',
      freshness({ state: 'logging-on', lastAnswerUTC: null }, null),
      false,
      'unknown',
      ['logging on to Enterprise Manager', 'collection time unknown'],
    ],
    [
      'EM has a clock of its own',
      freshness({ clockOffsetSeconds: 7200 }, collected(660 - 7200)),
      false,
      'fresh',
      [answered, minutes11],
    ],
    [
      'the index fills',
      freshness({}, collected(660), {
        state: 'filling',
        progress: { share: 0.349, sessions: 90, reachedUTC: ago(90) },
        asOf: null,
      }),
      false,
      'unknown',
      [answered, minutes11, 'index 34 % filled'],
    ],
    [
      'the index fails',
      freshness({}, collected(660), { state: 'failing', asOf: ago(300), error: down }),
      false,
      'late',
      [answered, minutes11, 'index not updated for 5 m'],
    ],
    [
      'the index never had anything',
      freshness({}, collected(660), { state: 'failing', asOf: null, error: down }),
      false,
      'late',
      [answered, minutes11, 'index has nothing yet'],
    ],
    [
      'the index is old',
      freshness({}, collected(660), { asOf: ago(91) }),
      false,
      'late',
      [answered, minutes11, 'index as of 1 min ago'],
    ],
    [
      'server gone, though it was fine',
      freshness({}, collected(60)),
      true,
      'failed',
      ['CDP Watch does not answer'],
    ],
    ['first moment', undefined, false, 'unknown', ['connecting']],
  ])('%s', (_name, given, failed, tone, parts) => {
    const view = judgeFreshness(given, failed, now)
    expect(view.tone).toBe(tone)
    expect(view.parts.map((part) => part.words)).toEqual(parts)
    expect(view.parts.filter((part) => part.isLead)).toHaveLength(1)
    expect(view.chain).toHaveLength(4)
  })

  it('leads with what is worst, where there is room for one only', () => {
    const lead = (given: Freshness) =>
      judgeFreshness(given, false, now).parts.find((part) => part.isLead)?.words
    expect(lead(freshness({}, collected(660)))).toBe(answered)
    expect(lead(freshness({}, collected(660, 'Failed')))).toContain('collection failed')
    expect(lead(freshness({}, collected(660), { asOf: ago(91) }))).toContain('index')
  })

  it.each<[string, Freshness, number, string, string]>([
    [
      'what failed',
      freshness({ state: 'failed', error: down }, null),
      2,
      'failed',
      'nothing listens there',
    ],
    [
      'a clock that is ahead',
      freshness({ clockOffsetSeconds: 7200 }, null),
      2,
      'fresh',
      "logged on; answered 8 s ago; its clock is 2 h 0 m ahead of this server's",
    ],
    [
      'a clock that is behind',
      freshness({ clockOffsetSeconds: -180 }, null),
      2,
      'fresh',
      "logged on; answered 8 s ago; its clock is 3 m behind this server's",
    ],
    [
      'not a clock that is all but right',
      freshness({ clockOffsetSeconds: 119 }, null),
      2,
      'fresh',
      'logged on; answered 8 s ago',
    ],
    [
      'the index, its age by this server’s clock',
      freshness({ clockOffsetSeconds: 7200 }, null, { reasonsWaiting: 1 }),
      1,
      'fresh',
      `answers; its index is as of 12 s ago, ${formatCount(38_120)} sessions; the reasons of 1 session are still to be asked`,
    ],
    [
      'how far it has filled, by EM’s clock',
      freshness({ clockOffsetSeconds: 7200 }, null, {
        state: 'filling',
        progress: { share: 0.5, sessions: 90, reachedUTC: ago(3600) },
        sessions: 90,
      }),
      1,
      'unknown',
      'answers; its index is being filled: 50 %, 90 sessions, back to 3 h ago',
    ],
    [
      'since when the index fails',
      freshness({}, null, { state: 'failing', since: ago(240), asOf: ago(300), error: down }),
      1,
      'late',
      `answers; its index is as of 5 min ago, ${formatCount(38_120)} sessions, and fails since 4 min ago: nothing listens there`,
    ],
  ])('says in the chain %s', (_name, given, link, tone, words) => {
    const said = judgeFreshness(given, false, now).chain[link]
    expect(said).toMatchObject({ tone, words })
  })
})
