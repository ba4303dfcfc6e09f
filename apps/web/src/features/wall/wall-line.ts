import { heartbeatSeconds } from '@cdp-watch/contract'

/**
 * The line to the server, moments in milliseconds of a clock that nobody sets. `asking`: asks for the
 * picture, and listens to the events where it comes. `opening`: has it, and waits for the first event.
 * `live`: events come; `askedAt` while a newer picture is being asked for. `waiting`: tries again then.
 */
export type WallLine =
  | { readonly kind: 'asking'; readonly attempt: number; readonly at: number }
  | { readonly kind: 'opening'; readonly attempt: number; readonly at: number }
  | { readonly kind: 'live'; readonly heardAt: number; readonly askedAt: number | null }
  | { readonly kind: 'waiting'; readonly attempt: number; readonly until: number }

/**
 * `answered`: the picture has come; `heard`: an event; `behind`: there is a newer picture; `failed`:
 * no answer, a refusal, or the events broke; `woke`: the page slept, so that nothing of before holds.
 */
export type LineNews = 'answered' | 'heard' | 'behind' | 'failed' | 'woke' | 'tick'
/** `hang-up` ends the events and what is being asked for. */
export type LineAct = 'ask' | 'listen' | 'hang-up'

export interface LineStep {
  readonly line: WallLine
  readonly acts: readonly LineAct[]
}

/** Two heartbeats that did not come, and a little. */
const silenceMs = (2 * heartbeatSeconds + 5) * 1000
const answerPatienceMs = 20_000
const shortestPauseMs = 1000
const firstSpreadMs = 8000
const longestSpreadMs = 60_000

/** A line that begins to ask, and what is to be done for it. */
export function beginLine(now: number): LineStep {
  return { line: { kind: 'asking', attempt: 0, at: now }, acts: ['ask'] }
}

/**
 * How long to wait before another attempt, in milliseconds. The wait is drawn from a spread, from the
 * first one on: screens that lose one server together do not come back to it together.
 *
 * @param chance from 0 to 1, drawn anew each time
 */
export function pauseMs(attempt: number, chance: number): number {
  const spread = Math.min(longestSpreadMs, firstSpreadMs * 2 ** attempt)
  return shortestPauseMs + chance * spread
}

/** What comes of news on the line at this moment; `chance` as for `pauseMs`. */
export function nextLine(line: WallLine, news: LineNews, now: number, chance: number): LineStep {
  switch (news) {
    case 'answered':
      return answered(line, now)
    case 'heard':
      return heard(line, now)
    case 'behind':
      if (line.kind !== 'live' || line.askedAt !== null) return { line, acts: [] }
      return { line: { ...line, askedAt: now }, acts: ['ask'] }
    case 'failed':
      return fail(line, now, chance)
    case 'woke':
      // Spread as well: a whole room of screens may be switched on at once.
      return {
        line: { kind: 'waiting', attempt: 0, until: now + chance * 2000 },
        acts: ['hang-up'],
      }
    case 'tick':
      return tick(line, now, chance)
  }
}

function answered(line: WallLine, now: number): LineStep {
  if (line.kind === 'live') return { line: { ...line, askedAt: null }, acts: [] }
  if (line.kind !== 'asking') return { line, acts: [] }
  return { line: { kind: 'opening', attempt: line.attempt, at: now }, acts: ['listen'] }
}

function heard(line: WallLine, now: number): LineStep {
  if (line.kind === 'live') return { line: { ...line, heardAt: now }, acts: [] }
  if (line.kind !== 'opening') return { line, acts: [] }
  return { line: { kind: 'live', heardAt: now, askedAt: null }, acts: [] }
}

function fail(line: WallLine, now: number, chance: number): LineStep {
  if (line.kind === 'waiting') return { line, acts: [] }
  const attempt = line.kind === 'live' ? 0 : line.attempt + 1
  const until = now + pauseMs(attempt, chance)
  return { line: { kind: 'waiting', attempt, until }, acts: ['hang-up'] }
}

function tick(line: WallLine, now: number, chance: number): LineStep {
  switch (line.kind) {
    case 'waiting':
      if (now < line.until) return { line, acts: [] }
      return { line: { kind: 'asking', attempt: line.attempt, at: now }, acts: ['ask'] }
    case 'live': {
      const isSilent = now - line.heardAt > silenceMs
      const isStuck = line.askedAt !== null && now - line.askedAt > answerPatienceMs
      return isSilent || isStuck ? fail(line, now, chance) : { line, acts: [] }
    }
    case 'asking':
    case 'opening':
      return now - line.at > answerPatienceMs ? fail(line, now, chance) : { line, acts: [] }
  }
}
