import type { Overview } from '@cdp-watch/contract'
import type { WallFreshness } from '../../api/wall-answers.ts'
import type { Band } from './band.ts'
import { judgeBands } from './bands.ts'
import { pixelShift } from './reload-plan.ts'
import { type Instant, screenAhead, serverTime } from './wall-clock.ts'
import type { WallKnowledge } from './wall-knowledge.ts'
import type { WallOptions } from './wall-options.ts'
import { pageCount, roomOf, type Turning, turn, type WallRoom } from './wall-pages.ts'

/** All that is shown at a moment. */
export interface WallView {
  readonly overview: Overview | null
  readonly freshness: WallFreshness | null
  readonly bands: readonly Band[]
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: number
  readonly room: WallRoom
  readonly page: number
  readonly pages: number
  readonly isPaused: boolean
  readonly hasControls: boolean
  /** A sound is wanted, and the browser waits for a click before it makes one. */
  readonly waitsForClick: boolean
  readonly shift: readonly [x: number, y: number]
}

/** All that a view is made from. */
export interface ViewFacts extends WallKnowledge {
  readonly at: Instant
  readonly screen: { readonly width: number; readonly height: number }
  readonly options: Pick<WallOptions, 'rotate' | 'scale'>
  readonly turning: Turning
  /** By the steady clock, milliseconds. */
  readonly controlsUntil: number
  readonly waitsForClick: boolean
}

/** What is shown at an instant, and how the pages have turned by then. */
export function viewOf(facts: ViewFacts): { readonly view: WallView; readonly turning: Turning } {
  const { overview, freshness, clock, at } = facts
  const now = serverTime(clock, at)
  const bands = judgeBands({ ...facts, now, screenAheadMs: screenAhead(clock) })
  const told = bands.filter(({ tone }) => tone === 'notice').length
  const notices = told + Number(facts.waitsForClick)
  const room = roomOf(facts.screen, facts.options, notices)
  const { tiles = [], reasons = [] } = overview ?? {}
  const pages = pageCount(room, { tiles: tiles.length, reasons: reasons.length })
  const turning = turn(facts.turning, pages, at.steady)
  const view = {
    overview,
    freshness,
    bands,
    now,
    room,
    page: turning.page,
    pages,
    isPaused: turning.isPaused,
    hasControls: at.steady < facts.controlsUntil,
    waitsForClick: facts.waitsForClick,
    shift: pixelShift(now),
  }
  return { view, turning }
}
