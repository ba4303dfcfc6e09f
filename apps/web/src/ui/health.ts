import { healths, type Health as KnownHealth, resultHealth } from '@cdp-watch/contract'

export { healthWords } from './health-words.ts'

/** What a person is told of a session, a task or a policy; `working`: not known, and still under way. */
export type Health = KnownHealth | 'working'

/** An unknown health is shown as working while its row is under way: EM may yet say. */
export function shownHealth(row: {
  readonly health: KnownHealth
  readonly state: string
  readonly isGone?: boolean
}): Health {
  const isOver = row.state === 'Stopped' || row.state === 'Completed' || row.isGone === true
  return row.health === 'unknown' && !isOver ? 'working' : row.health
}

/**
 * Health by state and result alone. A session that is not stopped has Result None for its whole 24 hours:
 * its health is in its tasks, so it is never called OK here.
 */
export function healthOf(row: { readonly state: string; readonly result: string }): Health {
  return shownHealth({ health: resultHealth(row.result), state: row.state })
}

/** Sorts worst first: what still works is better than what ended unknown, and not yet well. */
export function compareHealth(a: Health, b: Health): number {
  return rank(a) - rank(b)
}

function rank(health: Health): number {
  return health === 'working' ? healths.indexOf('unknown') + 0.5 : healths.indexOf(health)
}
