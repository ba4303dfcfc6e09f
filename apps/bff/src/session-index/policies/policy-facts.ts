import { enabledSince, type PolicySwitch } from './enabled-history.ts'
import type { PolicyRow } from './policy-row.ts'
import type { PolicySessions } from './policy-sessions.ts'
import type { Schedule } from './schedule.ts'

/** What decides when a policy is expected to run. Times are ms since 1970. */
export interface PolicyFacts {
  readonly isEnabled: boolean
  /** Where it is enabled: since when; -Infinity where it was never seen otherwise. */
  readonly enabledSince: number
  /** Its own, oldest first. */
  readonly switches: readonly PolicySwitch[]
  readonly schedule: Schedule
  /** When it was first seen, or its first known session began. */
  readonly existsSince: number
  /** Infinity while EM lists it. */
  readonly removedAt: number
}

/** What is known of a policy. One of which EM does not say whether it is enabled counts as enabled. */
export function policyFacts(
  row: PolicyRow,
  sessions: PolicySessions,
  switches: readonly PolicySwitch[],
  schedule: Schedule,
): PolicyFacts {
  return {
    isEnabled: row.schedule_enabled !== 0,
    enabledSince: enabledSince(switches),
    switches,
    schedule,
    existsSince: sessions.count > 0 ? Math.min(row.first_seen, sessions.began(0)) : row.first_seen,
    removedAt: row.removed_at ?? Number.POSITIVE_INFINITY,
  }
}
