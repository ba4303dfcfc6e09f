import type { Freshness, Overview } from '@cdp-watch/contract'

/** The moment of the samples. */
export const sampleNow: number = Date.parse('2026-11-25T14:32:00Z')
const utc = (secondsAgo: number) => new Date(sampleNow - secondsAgo * 1000).toISOString()

/** All is well, as changed. */
export function sampleFreshness(changes: Partial<Freshness> = {}): Freshness {
  return {
    nowUTC: utc(0),
    em: {
      state: 'ready',
      since: utc(9000),
      lastAnswerUTC: utc(6),
      error: null,
      clockOffsetSeconds: 0,
    },
    collection: { lastFinishedUTC: utc(540), state: 'CompletedSuccessfully', error: null },
    index: {
      state: 'ready',
      since: utc(9000),
      progress: null,
      reasonsWaiting: 0,
      asOf: utc(20),
      sessions: 900,
      error: null,
    },
    staleAfterSeconds: { index: 60, collection: 1800 },
    dataVersion: 7,
    ...changes,
  }
}

/** Two hundred policies, one of them failed, as changed. */
export function sampleOverview(changes: Partial<Overview> = {}): Overview {
  return {
    counts: { failed: 1, missing: 0, warning: 0, unknown: 2, ok: 197 },
    tiles: [
      {
        uid: 'gold',
        name: 'Gold DB tier',
        backupServerName: 'vbr-01',
        health: 'failed',
        vms: { total: 14, failed: 2, warning: 0 },
        sinceUTC: utc(48_000),
      },
    ],
    reasons: [],
    reasonCount: 0,
    demo: false,
    dataVersion: 7,
    asOf: utc(20),
    ...changes,
  }
}
