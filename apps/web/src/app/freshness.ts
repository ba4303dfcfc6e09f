import type { Freshness } from '@cdp-watch/contract'
import { formatAge } from '../ui/duration.ts'

export type Tone = 'fresh' | 'unknown' | 'late' | 'failed'

/** A link of the chain from the browser to the backup servers. */
export interface ChainLink {
  name: string
  tone: Tone
  words: string
}

export interface FreshnessView {
  tone: Tone
  /** Age of EM's last answer, in words. */
  em: string
  /** Age of EM's own collection from the backup servers, in words. */
  collection: string
  chain: readonly ChainLink[]
}

/** EM collects every 15 minutes by default; twice that without one is late. */
const collectionLateMs = 30 * 60_000
/** The BFF asks EM at least every half minute by default; three times that without an answer is late. */
const answerLateMs = 90_000

/** What the freshness means to a person; `now` in milliseconds by the server's clock. */
export function judgeFreshness(
  freshness: Freshness | undefined,
  failed: boolean,
  now: number,
): FreshnessView {
  if (freshness === undefined || failed) {
    const words = failed ? 'does not answer' : 'is being asked'
    const tone = failed ? 'failed' : 'unknown'
    const unseen: Tone = 'unknown'
    return {
      tone,
      em: failed ? 'CDP Watch does not answer' : 'connecting',
      collection: 'unknown',
      chain: [
        { name: 'This browser', tone: 'fresh', words: 'shows the page' },
        { name: 'CDP Watch server', tone, words },
        { name: 'Enterprise Manager', tone: unseen, words: 'not known' },
        { name: 'Backup servers', tone: unseen, words: 'not known' },
      ],
    }
  }
  const em = judgeEm(freshness, now)
  const collection = judgeCollection(freshness, now)
  const order: readonly Tone[] = ['fresh', 'unknown', 'late', 'failed']
  const tone = order[Math.max(order.indexOf(em.tone), order.indexOf(collection.tone))] ?? 'failed'
  return {
    tone,
    em: em.short,
    collection: collection.short,
    chain: [
      { name: 'This browser', tone: 'fresh', words: 'shows the page' },
      { name: 'CDP Watch server', tone: 'fresh', words: 'answers' },
      { name: 'Enterprise Manager', tone: em.tone, words: em.words },
      { name: 'Backup servers', tone: collection.tone, words: collection.words },
    ],
  }
}

interface Judged {
  tone: Tone
  short: string
  words: string
}

function judgeEm({ em }: Freshness, now: number): Judged {
  const age = em.lastAnswerUTC === null ? undefined : now - Date.parse(em.lastAnswerUTC)
  const answered = age === undefined ? 'has not answered yet' : `answered ${formatAge(age)}`
  switch (em.state) {
    case 'failed':
      return {
        tone: 'failed',
        short: `Enterprise Manager fails, ${answered}`,
        words: em.error?.message ?? 'fails',
      }
    case 'logged-off':
    case 'logging-on':
      return {
        tone: age === undefined ? 'unknown' : 'late',
        short: `logging on to Enterprise Manager`,
        words: `the logon is under way; ${answered}`,
      }
    case 'ready': {
      const late = age !== undefined && age > answerLateMs
      return {
        tone: age === undefined ? 'unknown' : late ? 'late' : 'fresh',
        short: `Enterprise Manager ${answered}`,
        words: `logged on; ${answered}`,
      }
    }
  }
}

function judgeCollection({ collection }: Freshness, now: number): Judged {
  if (!collection?.lastFinishedUTC) {
    const words =
      collection?.error ?? 'Enterprise Manager does not say when it last collected from them'
    return { tone: 'unknown', short: 'collection time unknown', words }
  }
  const age = now - Date.parse(collection.lastFinishedUTC)
  const words = `last collection finished ${formatAge(age)}${collection.state ? ` (${collection.state})` : ''}`
  const short = `collected from backup servers ${formatAge(age)}`
  if (collection.state === 'Failed')
    return { tone: 'late', short: `the last collection failed, ${formatAge(age)}`, words }
  return { tone: age > collectionLateMs ? 'late' : 'fresh', short, words }
}
