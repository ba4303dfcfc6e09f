import { fold } from '../store/fold.ts'
import { calendarDays } from './calendar-days.ts'
import { currentStatus } from './current-status.ts'
import { dayCells, daysToTell } from './day-cells.ts'
import { switchesByPolicy } from './enabled-history.ts'
import type { PoliciesView } from './policies-view.ts'
import { policyFacts } from './policy-facts.ts'
import type { PolicyRow } from './policy-row.ts'
import { groupSessions, PolicySessions } from './policy-sessions.ts'
import type { PolicyStatuses } from './policy-status-row.ts'
import { createSchedules } from './schedule.ts'
import { streakSince } from './streak.ts'
import { unlistedPolicy } from './unlisted-policy.ts'
import { ZoneClock } from './zone-clock.ts'

/**
 * How all policies are, and were on the days of a zone up to `now` (ms since 1970 by EM's clock). None
 * where EM has never been read in full. Those that are removed are among them if they ran in these days.
 */
export function policyStatuses(view: PoliciesView, zone: string, now: number): PolicyStatuses {
  const { dates, begins } = calendarDays(new ZoneClock(zone), now)
  if (view.readAtEm === null) return { dates, at: now, policies: [] }
  const at = Math.min(now, view.readAtEm)
  const days = daysToTell(begins, at)
  const schedules = createSchedules(new ZoneClock(view.scheduleZone))
  const switches = switchesByPolicy(view.switches())
  const shown = policiesToShow(view, { from: begins[0] ?? at, readAt: view.readAtEm })
  const policies = shown.map(({ row, sessions }) => {
    const schedule = schedules(row.rpo_schedule)
    const facts = policyFacts(row, sessions, switches.get(row.uid) ?? [], schedule)
    const status = currentStatus(facts, sessions, at)
    const active = status.active === null ? -1 : sessions.position(status.active)
    return {
      row,
      foldedName: fold(row.name),
      foldedServer: fold(row.server_name ?? ''),
      status,
      active,
      session: status.session === null ? -1 : sessions.position(status.session),
      vmsFailed: view.columns.vmsFailed[active] ?? 0,
      streakSince: streakSince(status, facts, sessions),
      days: () => dayCells(facts, sessions, status, days),
    }
  })
  return { dates, at, policies }
}

interface PolicyToShow {
  readonly row: PolicyRow
  readonly sessions: PolicySessions
}

/** The policies EM lists, and those it does not (any more) that began a session from `from` on. */
function policiesToShow(
  view: PoliciesView,
  { from, readAt }: { readonly from: number; readonly readAt: number },
): PolicyToShow[] {
  const rows = view.policies()
  const groups = new Map(rows.map((row, index) => [row.uid, index]))
  const sessionsOfGroups = groupSessions(view.columns, (label) => {
    const { uid } = view.label(label)
    if (uid === '') return -1
    const known = groups.get(uid)
    if (known !== undefined) return known
    groups.set(uid, groups.size)
    return groups.size - 1
  })
  const idle = new PolicySessions(view.columns, new Uint32Array(0))
  const hasRun = (sessions: PolicySessions) => sessions.began(sessions.count - 1) >= from
  const kept = rows
    .map((row, index) => ({ row, sessions: sessionsOfGroups[index] ?? idle }))
    .filter(({ row, sessions }) => row.removed_at === null || hasRun(sessions))
  // A session that began after the policies were read may be of one that is only now being learnt of.
  const unlisted = sessionsOfGroups
    .slice(rows.length)
    .filter((sessions) => hasRun(sessions) && sessions.began(sessions.count - 1) <= readAt)
    .map((sessions) => ({ row: unlistedPolicy(view, sessions), sessions }))
  return [...kept, ...unlisted]
}
