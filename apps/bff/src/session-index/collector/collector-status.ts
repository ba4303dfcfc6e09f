import type { Collection, IndexState } from '@cdp-watch/contract'
import type { IndexProgress } from '../store/session-store.ts'
import type { AskFailure } from './ask-failure.ts'
import { isFilledTo } from './history-slices.ts'

/** What the collector knows of how fresh the index is. `collection`: null until EM was asked. */
export interface CollectorStatus {
  collection: Collection | null
  index: IndexState
  /** After how many seconds `index.asOf` is to be called old. */
  staleAfterSeconds: number
  dataVersion: number
}

/** What the state of the index comes from; times are ms since 1970, by EM's clock but for `asOf`. */
export interface IndexFacts {
  progress: IndexProgress
  /** How far back the history is to reach. */
  target: number
  emNow: number
  /** When EM was last read in full, by this server's clock. */
  asOf: number | null
  /** Why the last round failed, where it did. */
  roundFailure: AskFailure | undefined
  /** Why the last slice of the fill failed, where it did; rounds may succeed meanwhile. */
  fillFailure: AskFailure | undefined
}

/** The state of the index but for since when. */
export function describeIndex(facts: IndexFacts): Omit<IndexState, 'since'> {
  const { progress, roundFailure } = facts
  const isFilled = isFilledTo(progress, facts.target)
  const failure = roundFailure ?? facts.fillFailure
  return {
    state: roundFailure ? 'failing' : isFilled ? 'ready' : 'filling',
    progress: isFilled ? null : describeFill(facts),
    reasonsWaiting: progress.tasksWanted,
    asOf: facts.asOf === null ? null : new Date(facts.asOf).toISOString(),
    sessions: progress.sessions,
    error: failure ? { code: failure.code, message: failure.message } : null,
  }
}

function describeFill({ progress, target, emNow }: IndexFacts): IndexState['progress'] {
  const { filledBackTo, sessions } = progress
  const reached = filledBackTo ?? emNow
  const share = emNow > target ? (emNow - reached) / (emNow - target) : 0
  return {
    share: Math.min(1, Math.max(0, share)),
    sessions,
    reachedUTC: filledBackTo === null ? null : new Date(filledBackTo).toISOString(),
  }
}
