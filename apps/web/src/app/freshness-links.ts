import type { Freshness } from '@cdp-watch/contract'
import { formatAge, formatDuration } from '../ui/duration.ts'
import { countOf } from '../ui/format-count.ts'

export type Tone = 'fresh' | 'unknown' | 'late' | 'failed'

/** How one link of the chain is: for the bar (null: nothing worth its room), and in a sentence. */
export interface Judged {
  readonly tone: Tone
  readonly short: string | null
  readonly words: string
}

/** EM collects every 15 minutes by default; twice that without one is late. */
const collectionLateMs = 30 * 60_000
/** The BFF asks EM at least every half minute by default; three times that without an answer is late. */
const answerLateMs = 90_000
/** Clocks that differ by less do no harm to anyone who reads an age. */
const clockOffMs = 2 * 60_000

/** The dashboard's own index; `now` in milliseconds by the server's clock. */
export function judgeIndex({ index, em }: Freshness, now: number): Judged {
  const age = index.asOf === null ? undefined : now - Date.parse(index.asOf)
  const asOf = age === undefined ? 'has nothing yet' : `is as of ${formatAge(age)}`
  const held = countOf(index.sessions, 'session')
  switch (index.state) {
    case 'filling': {
      const share = `${Math.floor((index.progress?.share ?? 0) * 100)} %`
      const reached = index.progress?.reachedUTC ?? null
      const back =
        reached === null ? '' : `, back to ${formatAge(toEmClock(now, em) - Date.parse(reached))}`
      const words = `answers; its index is being filled: ${share}, ${held}${back}`
      return { tone: 'unknown', short: `index ${share} filled`, words }
    }
    case 'failing': {
      const short =
        age === undefined ? 'index has nothing yet' : `index not updated for ${formatDuration(age)}`
      const why = index.error?.message ?? 'Enterprise Manager was asked in vain'
      const since = formatAge(now - Date.parse(index.since))
      return {
        tone: 'late',
        short,
        words: `answers; its index ${asOf}, ${held}, and fails since ${since}: ${why}`,
      }
    }
    case 'ready': {
      const late = age === undefined || age > answerLateMs
      const waiting =
        index.reasonsWaiting > 0
          ? `; the reasons of ${countOf(index.reasonsWaiting, 'session')} are still to be asked`
          : ''
      return {
        tone: late ? 'late' : 'fresh',
        short: late ? `index ${asOf.replace(/^is /, '')}` : null,
        words: `answers; its index ${asOf}, ${held}${waiting}`,
      }
    }
  }
}

/** The logon with EM. */
export function judgeEm({ em }: Freshness, now: number): Judged {
  const age = em.lastAnswerUTC === null ? undefined : now - Date.parse(em.lastAnswerUTC)
  const answered = age === undefined ? 'has not answered yet' : `answered ${formatAge(age)}`
  const clock = clockWords(em.clockOffsetSeconds * 1000)
  switch (em.state) {
    case 'failed':
      return {
        tone: 'failed',
        short: `Enterprise Manager fails, ${answered}`,
        words: `${em.error?.message ?? 'fails'}${clock}`,
      }
    case 'logged-off':
    case 'logging-on':
      return {
        tone: age === undefined ? 'unknown' : 'late',
        short: 'logging on to Enterprise Manager',
        words: `the logon is under way; ${answered}${clock}`,
      }
    case 'ready': {
      const late = age !== undefined && age > answerLateMs
      return {
        tone: age === undefined ? 'unknown' : late ? 'late' : 'fresh',
        short: `Enterprise Manager ${answered}`,
        words: `logged on; ${answered}${clock}`,
      }
    }
  }
}

function clockWords(offsetMs: number): string {
  if (Math.abs(offsetMs) <= clockOffMs) return ''
  const way = offsetMs > 0 ? 'ahead of' : 'behind'
  return `; its clock is ${formatDuration(Math.abs(offsetMs))} ${way} this server's`
}

/** EM's collection from its backup servers, which it times by its own clock. */
export function judgeCollection({ collection, em }: Freshness, now: number): Judged {
  if (!collection?.lastFinishedUTC) {
    const words =
      collection?.error ?? 'Enterprise Manager does not say when it last collected from them'
    return { tone: 'unknown', short: 'collection time unknown', words }
  }
  const age = toEmClock(now, em) - Date.parse(collection.lastFinishedUTC)
  const state = collection.state ? ` (${collection.state})` : ''
  const words = `last collection finished ${formatAge(age)}${state}`
  if (collection.state === 'Failed')
    return { tone: 'late', short: `the last collection failed, ${formatAge(age)}`, words }
  return {
    tone: age > collectionLateMs ? 'late' : 'fresh',
    short: `collected from backup servers ${formatAge(age)}`,
    words,
  }
}

/** What EM's clock says at this moment of the server's. */
function toEmClock(now: number, em: Freshness['em']): number {
  return now + em.clockOffsetSeconds * 1000
}
