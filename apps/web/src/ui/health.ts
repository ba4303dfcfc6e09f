import { healths, type Health as KnownHealth, resultHealth } from '@cdp-watch/contract'
import type { Health } from './health-words.ts'

export { type Health, healthWords } from './health-words.ts'

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
