import type { Overview } from '@cdp-watch/contract'
import type { WallFreshness } from '../../api/wall-answers.ts'
import type { Trouble } from './bands.ts'
import { type Instant, type ServerClock, serverTime } from './wall-clock.ts'
import type { Breach } from './wall-connection.ts'

/** What a wall has heard: how the policies are, how fresh that is, and what the time is. */
export interface WallKnowledge {
  readonly overview: Overview | null
  readonly freshness: WallFreshness | null
  /** Null while the line to the server holds, or is opened for the first time. */
  readonly trouble: Trouble | null
  /** For how long the page slept, in milliseconds, where nothing has been heard since; else null. */
  readonly sleptMs: number | null
  readonly clock: ServerClock
}

const clockSlackMs = 2000

/** Before anything was heard the screen's own clock is taken for the server's. */
export function knowNothing(at: Instant): WallKnowledge {
  const clock = { server: at.shown, at }
  return { overview: null, freshness: null, trouble: null, sleptMs: null, clock }
}

/** After an event of the server, by whose clock it was `serverMs` (since 1970); null: it told of no freshness. */
export function hear(
  known: WallKnowledge,
  { serverMs, freshness }: { serverMs: number; freshness: WallFreshness | null },
  at: Instant,
): WallKnowledge {
  // Little differences are those of the way to here: the time shown would jump by them.
  const isOff = Math.abs(serverTime(known.clock, at) - serverMs) > clockSlackMs
  return {
    ...known,
    freshness: freshness ?? known.freshness,
    trouble: null,
    sleptMs: null,
    clock: isOff ? { server: serverMs, at } : known.clock,
  }
}

/** After the line broke: it is in trouble since it first did. */
export function breakOff(known: WallKnowledge, breach: Breach, at: Instant): WallKnowledge {
  const since = known.trouble?.since ?? serverTime(known.clock, at)
  return { ...known, trouble: { ...breach, since } }
}

/** After nothing ran for so many milliseconds. */
export function wakeUp(known: WallKnowledge, sleptMs: number, at: Instant): WallKnowledge {
  // The steady clock may have stopped; the shown one is the better guess until the server has said.
  return { ...known, sleptMs, clock: { server: at.shown, at } }
}

/** Whether there is a newer picture than the one that is known. */
export function isBehind({ freshness, overview }: WallKnowledge): boolean {
  return freshness !== null && freshness.dataVersion !== overview?.dataVersion
}
