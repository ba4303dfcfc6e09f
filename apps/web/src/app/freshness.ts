import type { Freshness } from '@cdp-watch/contract'
import { type Judged, judgeCollection, judgeEm, judgeIndex, type Tone } from './freshness-links.ts'

/** A link of the chain from the browser to the backup servers. */
export interface ChainLink {
  name: string
  tone: Tone
  words: string
}

export interface FreshnessView {
  tone: Tone
  /** What the bar says: two ages, and the index where it is not up to date. `isLead` has the tone of the whole. */
  parts: readonly { name: string; words: string; isLead: boolean }[]
  chain: readonly ChainLink[]
}

const browser: ChainLink = { name: 'This browser', tone: 'fresh', words: 'shows the page' }
const worseLast: readonly Tone[] = ['fresh', 'unknown', 'late', 'failed']

/** What the freshness means to a person; `now` in milliseconds by the server's clock. */
export function judgeFreshness(
  freshness: Freshness | undefined,
  failed: boolean,
  now: number,
): FreshnessView {
  if (freshness === undefined || failed) return unseen(failed)
  const em = judgeEm(freshness, now)
  const collection = judgeCollection(freshness, now)
  const index = judgeIndex(freshness, now)
  const links = { em, collection, index }
  const tones = Object.values(links).map((link) => link.tone)
  const tone = worseLast.findLast((each) => tones.includes(each)) ?? 'unknown'
  const lead = Object.values(links).find((link) => link.tone === tone)
  return {
    tone,
    parts: Object.entries(links).flatMap(([name, link]) =>
      link.short === null ? [] : { name, words: link.short, isLead: link === lead },
    ),
    chain: [
      browser,
      linkOf('CDP Watch server', index),
      linkOf('Enterprise Manager', em),
      linkOf('Backup servers', collection),
    ],
  }
}

function linkOf(name: string, { tone, words }: Judged): ChainLink {
  return { name, tone, words }
}

function unseen(failed: boolean): FreshnessView {
  const tone = failed ? 'failed' : 'unknown'
  return {
    tone,
    parts: [
      { name: 'em', words: failed ? 'CDP Watch does not answer' : 'connecting', isLead: true },
    ],
    chain: [
      browser,
      { name: 'CDP Watch server', tone, words: failed ? 'does not answer' : 'is being asked' },
      { name: 'Enterprise Manager', tone: 'unknown', words: 'not known' },
      { name: 'Backup servers', tone: 'unknown', words: 'not known' },
    ],
  }
}
