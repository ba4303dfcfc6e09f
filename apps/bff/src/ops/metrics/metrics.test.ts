import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Freshness } from '@cdp-watch/contract'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { readMetrics, sample } from '../../../test/metrics-text.ts'
import { AppError } from '../../errors.ts'
import type { Standing } from '../../session-index/overview/standing.ts'
import { Metrics, type MetricsSources } from './metrics.ts'

const nowUTC = '2026-11-28T12:00:00.000Z'
const freshness: Freshness = {
  nowUTC,
  em: {
    state: 'ready',
    since: nowUTC,
    lastAnswerUTC: nowUTC,
    error: null,
    clockOffsetSeconds: 60,
  },
  collection: { lastFinishedUTC: '2026-11-28T11:51:00.000Z', state: null, error: null },
  index: {
    state: 'filling',
    since: nowUTC,
    progress: { share: 0.25, sessions: 9, reachedUTC: null },
    reasonsWaiting: 3,
    asOf: '2026-11-28T11:59:30.000Z',
    sessions: 9,
    error: null,
  },
  dataVersion: 1,
  staleAfterSeconds: { index: 60, collection: 1800 },
}
const none = { failed: 0, missing: 0, warning: 0, unknown: 0, ok: 0 }
const standing: Standing = {
  policies: { ...none, failed: 2 },
  sessions: { ...none, failed: 1 },
  vms: { failed: 7, warning: 1, other: 30 },
}

function create() {
  let log = ''
  const metrics = new Metrics({
    version: '1.2.3',
    dataDir: path.join(tmpdir(), 'cdp-watch-is-not-here'),
    log: pino({}, { write: (line) => (log += line) }),
  })
  const read = async (changes: Partial<MetricsSources> = {}) => {
    const sources = {
      freshness: () => freshness,
      standing: async () => standing,
      listeners: () => 5,
    }
    return readMetrics(await metrics.read({ ...sources, ...changes }))
  }
  return { read, logged: () => log }
}

const failed = 'cdp_watch_policies{health="failed"}'

it('tells ages by the clock that each was taken by, and leaves out what is not there', async () => {
  const { read } = create()
  const told = await read()
  expect(sample(told, 'cdp_watch_index_age_seconds')).toBe(30)
  expect(sample(told, 'cdp_watch_collection_age_seconds')).toBe(600)
  expect(sample(told, 'cdp_watch_index_fill_ratio')).toBe(0.25)
  expect(sample(told, 'cdp_watch_event_listeners')).toBe(5)
  expect(sample(told, 'cdp_watch_active_vms{health="other"}')).toBe(30)
  expect(
    told
      .get('cdp_watch_active_sessions')
      ?.samples.has('cdp_watch_active_sessions{health="missing"}'),
  ).toBe(false)
  expect(told.get('cdp_watch_data_file_bytes')?.samples.size).toBe(0)
  const unknown = await read({ freshness: () => ({ ...freshness, collection: null }) })
  expect(unknown.get('cdp_watch_collection_age_seconds')?.samples.size).toBe(0)
})

it('tells a failed logon by its code for as long as it lasts', async () => {
  const { read } = create()
  const error = { code: 'em-wrong-credentials', message: '' } as const
  const em = { ...freshness.em, state: 'failed', error } as const
  const told = await read({ freshness: () => ({ ...freshness, em }) })
  expect(sample(told, 'cdp_watch_em_failure{code="em-wrong-credentials"}')).toBe(1)
  expect(sample(told, 'cdp_watch_em_state{state="ready"}')).toBe(0)
  expect((await read()).get('cdp_watch_em_failure')?.samples.size).toBe(0)
})

it('does not wait long for a reader that is busy: it tells what it told last', async () => {
  const { read } = create()
  const busy = () => new Promise<Standing>(() => undefined)
  expect(sample(await read({ standing: busy }), failed)).toBeUndefined()
  expect(sample(await read(), failed)).toBe(2)
  expect(sample(await read({ standing: busy }), failed)).toBe(2)
})

it('tells nothing of policies while the index cannot be read, and logs what nobody expects', async () => {
  const { read, logged } = create()
  await read()
  const fails = (error: Error) => read({ standing: () => Promise.reject(error) })
  expect(sample(await fails(new AppError('index-failed', 'gone')), failed)).toBeUndefined()
  expect(logged()).toBe('')
  expect(sample(await read(), failed)).toBe(2)
  expect(sample(await fails(new TypeError('a fault of ours')), failed)).toBeUndefined()
  expect(logged()).toContain('a fault of ours')
})
