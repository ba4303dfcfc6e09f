/** What a person is told of a session or task: EM's Result once it has one, else that it is still under way. */
export type Health = 'failed' | 'warning' | 'ok' | 'missing' | 'working' | 'unknown'

const ofResult: Record<string, Health> = { Failed: 'failed', Warning: 'warning', Success: 'ok' }

/**
 * Health by state and result alone. A session that is not stopped has Result None for its whole 24 hours:
 * its health is in its tasks, so it is never called OK here.
 */
export function healthOf(row: { state: string; result: string }): Health {
  const known = ofResult[row.result]
  if (known) return known
  return row.state === 'Stopped' || row.state === 'Completed' ? 'unknown' : 'working'
}

const order: readonly Health[] = ['failed', 'missing', 'warning', 'unknown', 'working', 'ok']

/** Sorts worst first. */
export function compareHealth(a: Health, b: Health): number {
  return order.indexOf(a) - order.indexOf(b)
}

export const healthWords: Record<Health, string> = {
  failed: 'Failed',
  warning: 'Warning',
  ok: 'OK',
  missing: 'Missing',
  working: 'Working',
  unknown: 'Unknown',
}
