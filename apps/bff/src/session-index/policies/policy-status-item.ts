import { type PolicyStatus, policyStatusSchema } from '@cdp-watch/contract'
import type { PoliciesView } from './policies-view.ts'
import type { PolicyRow } from './policy-row.ts'
import type { PolicyStatusRow } from './policy-status-row.ts'
import { statusNote } from './status-note.ts'
import { streakDays } from './streak.ts'

/**
 * Policies and how they are, as they are answered.
 *
 * @param at the instant the statuses are told for, ms since 1970
 * @param zone the zone in which people are to read times
 */
export function policyStatusItems(
  view: PoliciesView,
  policies: readonly PolicyStatusRow[],
  { at, zone }: { readonly at: number; readonly zone: string },
): PolicyStatus[] {
  const seqOf = (position: number) => view.columns.seq[position] ?? -1
  const told = policies.map((policy) => ({ policy, days: policy.days() }))
  const positions = told.flatMap(({ policy, days }) => [
    policy.active,
    ...days.map(({ position }) => position),
  ])
  const uids = view.sessionUids(positions.filter((position) => position >= 0).map(seqOf))
  const uidOf = (position: number) => uids.get(seqOf(position)) ?? null
  const timeFormat = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return told.map(({ policy, days }) => {
    const { row, status, streakSince } = policy
    const failureSet = view.columns.failureSet[policy.session] ?? 0
    return {
      ...policyFields(row),
      health: status.health,
      note: status.reason && statusNote(status.reason, timeFormat),
      isExpected: status.isExpected,
      isRemoved: row.removed_at !== null,
      ...activeFields(view, policy.active, uidOf(policy.active)),
      failureText: failureSet === 0 ? null : view.failureText(failureSet),
      streak:
        streakSince === null
          ? null
          : { sinceUTC: utc(streakSince), days: streakDays(streakSince, at) },
      days: days.map(({ health, position }) => ({ health, uid: uidOf(position) })),
    }
  })
}

const utc = (at: number) => new Date(at).toISOString()
const flag = (value: number | null) => (value === null ? null : value !== 0)

function policyFields(row: PolicyRow) {
  return {
    uid: row.uid,
    name: row.name,
    policyType: row.policy_type,
    platform: row.platform,
    description: row.description,
    scheduleConfigured: flag(row.schedule_configured),
    scheduleEnabled: flag(row.schedule_enabled),
    nextRun: row.next_run === null ? null : utc(row.next_run),
    rpoSeconds: row.rpo_seconds,
    rpoReporting: policyStatusSchema.shape.rpoReporting.parse(
      JSON.parse(row.rpo_reporting ?? 'null'),
    ),
    backupServerUid: row.server_uid,
    backupServerName: row.server_name,
  }
}

function activeFields(
  view: PoliciesView,
  active: number,
  uid: string | null,
): Pick<PolicyStatus, 'activeSession' | 'vms'> {
  if (uid === null) return { activeSession: null, vms: null }
  const { columns } = view
  const total = columns.vmsTotal[active] ?? -1
  return {
    activeSession: {
      uid,
      creationTimeUTC: utc(columns.created[active] ?? 0),
      state: view.word(columns.state[active] ?? 0),
    },
    vms: {
      total: total < 0 ? null : total,
      failed: columns.vmsFailed[active] ?? 0,
      warning: columns.vmsWarning[active] ?? 0,
    },
  }
}
