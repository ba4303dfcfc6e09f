import type { PoliciesView } from './policies-view.ts'
import type { PolicyRow } from './policy-row.ts'
import type { PolicySessions } from './policy-sessions.ts'

/**
 * A policy that was gone before the index first asked for policies, as its newest session names it.
 * Nothing tells when it was to run, so it counts as removed since it was first seen: it is never missing.
 */
export function unlistedPolicy(view: PoliciesView, sessions: PolicySessions): PolicyRow {
  const newest = sessions.position(sessions.count - 1)
  const policy = view.label(view.columns.policy[newest] ?? 0)
  const server = view.label(view.columns.server[newest] ?? 0)
  return {
    uid: policy.uid,
    name: policy.name,
    policy_type: null,
    platform: null,
    description: null,
    schedule_configured: null,
    schedule_enabled: null,
    next_run: null,
    rpo_seconds: null,
    rpo_schedule: null,
    rpo_reporting: null,
    server_uid: server.uid === '' ? null : server.uid,
    server_name: server.name === '' ? null : server.name,
    first_seen: sessions.began(0),
    removed_at: sessions.began(0),
  }
}
