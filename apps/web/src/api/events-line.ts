import { heartbeatSeconds } from '@cdp-watch/contract'

/**
 * The line to the server's events. `off`: the page is hidden. `trying`: opened at this moment (ms), or
 * null where it broke and is to be opened anew. `live`: something last came at this moment.
 */
export type EventsLine =
  | { readonly kind: 'off' }
  | { readonly kind: 'trying'; readonly openedAt: number | null }
  | { readonly kind: 'live'; readonly heardAt: number }

/** `tick` comes every few seconds while the page is shown. */
export type EventsNews = 'shown' | 'hidden' | 'heard' | 'failed' | 'tick'
/** `poll`: ask once for what the events would have told. */
export type EventsAct = 'open' | 'close' | 'poll'

export interface EventsStep {
  readonly line: EventsLine
  readonly acts: readonly EventsAct[]
}

/** Two heartbeats that did not come, and a little. */
export const silenceMs = (2 * heartbeatSeconds + 5) * 1000

/** What comes of news on the line, at this moment in milliseconds by the browser's clock. */
export function nextStep(line: EventsLine, news: EventsNews, now: number): EventsStep {
  switch (news) {
    case 'hidden':
      return { line: { kind: 'off' }, acts: line.kind === 'off' ? [] : ['close'] }
    case 'shown':
      return line.kind === 'off' ? reopen(now, ['open', 'poll']) : { line, acts: [] }
    case 'heard':
      return line.kind === 'off'
        ? { line, acts: [] }
        : { line: { kind: 'live', heardAt: now }, acts: [] }
    case 'failed':
      return line.kind === 'off'
        ? { line, acts: [] }
        : {
            line: { kind: 'trying', openedAt: null },
            acts: line.kind === 'live' ? ['close', 'poll'] : ['close'],
          }
    case 'tick':
      return tick(line, now)
  }
}

function tick(line: EventsLine, now: number): EventsStep {
  if (line.kind === 'off') return { line, acts: [] }
  if (line.kind === 'live')
    return now - line.heardAt > silenceMs
      ? reopen(now, ['close', 'open', 'poll'])
      : { line, acts: [] }
  if (line.openedAt === null) return reopen(now, ['open', 'poll'])
  return now - line.openedAt > silenceMs
    ? reopen(now, ['close', 'open', 'poll'])
    : { line, acts: ['poll'] }
}

function reopen(now: number, acts: readonly EventsAct[]): EventsStep {
  return { line: { kind: 'trying', openedAt: now }, acts }
}
