import type { WallFreshness, WallProblem } from '../../api/wall-answers.ts'
import { formatSpan } from '../../ui/duration.ts'
import type { Band } from './band.ts'
import { sourceBands } from './source-bands.ts'
import { momentAndAge } from './wall-moment.ts'

/** Why there is no line to the server, since a moment of the server's clock in milliseconds. */
export type Trouble =
  | { readonly kind: 'unreachable'; readonly since: number }
  | { readonly kind: 'refused'; readonly since: number; readonly problem: WallProblem }

export interface BandFacts {
  /** Null while the line holds, or is opened for the first time. */
  readonly trouble: Trouble | null
  readonly freshness: WallFreshness | null
  /** Milliseconds since 1970 by the server's clock, as far as it is known. */
  readonly now: number
  /** By how much the screen's clock is ahead of the server's, in milliseconds. */
  readonly screenAheadMs: number
  /** For how long the page slept, in milliseconds, where nothing has been heard since; else null. */
  readonly sleptMs: number | null
}

/** A new line takes no longer than this where all is well. */
const graceMs = 3000
const clockOffMs = 60_000

/** All that is to be told of how far the picture can be trusted, gravest first. */
export function judgeBands(facts: BandFacts): readonly Band[] {
  const { trouble, freshness, now, sleptMs } = facts
  const bands: Band[] = []
  if (sleptMs !== null) bands.push(asleep(sleptMs))
  if (trouble?.kind === 'refused') bands.push(refused(trouble.problem))
  else if (trouble !== null && now - trouble.since >= graceMs) bands.push(unreachable(facts))
  // What the server last said of others is not news any more while it does not answer itself.
  if (trouble === null && freshness !== null) bands.push(...sourceBands(freshness, now))
  if (Math.abs(facts.screenAheadMs) > clockOffMs) bands.push(wrongClock(facts.screenAheadMs))
  return bands.toSorted((a, b) => Number(a.tone === 'notice') - Number(b.tone === 'notice'))
}

function asleep(ms: number): Band {
  return {
    kind: 'asleep',
    tone: 'alarm',
    title: 'This screen was asleep',
    words: `For ${formatSpan(ms)} nothing was shown anew. It is asking again.`,
  }
}

function unreachable({ trouble, now }: BandFacts): Band {
  const since = trouble?.since ?? now
  return {
    kind: 'server',
    tone: 'alarm',
    title: 'CDP Watch does not answer',
    words: `Since ${momentAndAge(since, now)}. This screen tries again by itself.`,
  }
}

function refused(problem: WallProblem): Band {
  if (problem.status === 401 || problem.status === 403) {
    return {
      kind: 'revoked',
      tone: 'alarm',
      title: 'This screen may not see the wall any more',
      words: 'Its access was revoked or has ended. Open a new wall link on it.',
    }
  }
  if (problem.status === 400) {
    return {
      kind: 'address',
      tone: 'alarm',
      title: 'The address of this wall is wrong',
      words: problem.detail,
    }
  }
  return { kind: 'index', tone: 'alarm', title: problem.title, words: problem.detail }
}

function wrongClock(aheadMs: number): Band {
  const way = aheadMs > 0 ? 'fast' : 'slow'
  return {
    kind: 'clock',
    tone: 'notice',
    title: `This screen’s clock is ${formatSpan(Math.abs(aheadMs))} ${way}`,
    words: 'All times here are by the server’s clock.',
  }
}
