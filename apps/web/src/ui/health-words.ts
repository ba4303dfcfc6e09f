import type { Health as KnownHealth } from '@cdp-watch/contract'

/** What a person is told of a session, a task or a policy; `working`: not known, and still under way. */
export type Health = KnownHealth | 'working'

export const healthWords: Record<Health, string> = {
  failed: 'Failed',
  warning: 'Warning',
  ok: 'OK',
  missing: 'Missing',
  working: 'Working',
  unknown: 'Unknown',
}
