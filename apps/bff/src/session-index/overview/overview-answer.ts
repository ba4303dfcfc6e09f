import { type healths, maxOverviewTiles, type OverviewTile } from '@cdp-watch/contract'
import type { FailureReading } from '../failure-groups/failure-reading.ts'
import { knownStatuses } from '../policies/policies-answer.ts'
import { policiesOrder } from '../policies/policies-order.ts'
import type { PoliciesView } from '../policies/policies-view.ts'
import type { PolicyStatusRow } from '../policies/policy-status-row.ts'
import { isoTime } from '../reader/iso-time.ts'
import type { MatchingSessions } from '../reader/matching-sessions.ts'
import type { OverviewOfIndex, OverviewQuestion } from '../store/session-store.ts'
import { currentReasons } from './current-reasons.ts'
import {
  meantPolicies,
  narrowsSessions,
  type PassesSession,
  sessionFilters,
  tellingSession,
} from './meant-policies.ts'

/** What an overview is made from. */
export interface OverviewSources {
  readonly view: PoliciesView
  readonly failures: FailureReading
  readonly sessions: MatchingSessions
}

/** A health that is not known is told by its count: often the policy is off, and nothing is wrong. */
const notWell: ReadonlySet<string> = new Set(['failed', 'missing', 'warning'])
/** No day is told, so that any zone will do. */
const zone = 'UTC'

/** Answers `GET /api/overview` but for what the collector and the configuration know. `now`: ms since 1970 by EM's clock. */
export function overviewAnswer(
  { view, failures, sessions }: OverviewSources,
  question: OverviewQuestion,
  now: number,
): OverviewOfIndex {
  const { policies } = knownStatuses(view, zone, now)
  const passes = passesOf(sessions, failures, question)
  const meant = meantPolicies(policies, question, passes)
  const byHealth = Map.groupBy(meant, ({ status }) => status.health)
  const count = (health: (typeof healths)[number]) => byHealth.get(health)?.length ?? 0
  const ill = meant
    .filter(({ status }) => notWell.has(status.health))
    .toSorted(policiesOrder(undefined))
  const told = ill.map(tellingSession).filter((position) => position >= 0)
  return {
    counts: {
      failed: count('failed'),
      missing: count('missing'),
      warning: count('warning'),
      unknown: count('unknown'),
      ok: count('ok'),
    },
    tiles: ill.slice(0, maxOverviewTiles).map((policy) => tileOf(view, policy)),
    ...currentReasons(failures, Uint32Array.from(told)),
    dataVersion: view.dataVersion,
  }
}

/** Sessions are looked for only where something is asked of them. */
function passesOf(
  sessions: MatchingSessions,
  { memory }: FailureReading,
  question: OverviewQuestion,
): PassesSession {
  if (!narrowsSessions(question)) return () => true
  const asked = { ...sessionFilters(question), sort: [] }
  const { matching } = sessions.find(asked, memory.newestSeq)
  const truth = new Uint8Array(memory.columns.count)
  for (const position of matching) truth[position] = 1
  return (position) => truth[position] === 1
}

function tileOf({ columns }: PoliciesView, policy: PolicyStatusRow): OverviewTile {
  const { row, status, active, streakSince } = policy
  const total = columns.vmsTotal[active] ?? -1
  return {
    uid: row.uid,
    name: row.name,
    backupServerName: row.server_name,
    health: status.health,
    vms:
      active < 0
        ? null
        : {
            total: total < 0 ? null : total,
            failed: columns.vmsFailed[active] ?? 0,
            warning: columns.vmsWarning[active] ?? 0,
          },
    sinceUTC: streakSince === null ? null : isoTime(streakSince),
  }
}
