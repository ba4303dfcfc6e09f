import { evaluate } from '@cdp-watch/em-filter'
import type { PolicyStatusRow } from '../policies/policy-status-row.ts'
import { fold } from '../store/fold.ts'
import type { OverviewQuestion } from '../store/session-store.ts'

/** Whether the session at a position passes what of a question is of sessions. */
export type PassesSession = (position: number) => boolean

/** The position of the session by which a policy is judged, -1 where there is none: it is missing, or has not run of late. */
export function tellingSession({ status, session }: PolicyStatusRow): number {
  return status.health === 'missing' ? -1 : session
}

/** What of a question is held against sessions rather than against the policies themselves. */
export function sessionFilters(question: OverviewQuestion): OverviewQuestion {
  return { ...question, healths: [], policyUids: [], backupServerUids: [] }
}

/** Whether anything of a question is held against sessions. */
export function narrowsSessions(question: OverviewQuestion): boolean {
  const { from, to, states, results, failures, text, filter } = question
  const lists = [states, results, failures]
  return (
    from !== null ||
    to !== null ||
    text !== '' ||
    filter !== undefined ||
    lists.some((list) => list.length > 0)
  )
}

/**
 * The policies that a question means; removed ones never are. One without a session to be judged by is
 * judged by its names: whoever filters by a name is to see it above all when it does not run.
 */
export function meantPolicies(
  policies: readonly PolicyStatusRow[],
  question: OverviewQuestion,
  passes: PassesSession,
): PolicyStatusRow[] {
  const isAmong = (value: string | null, values: readonly string[]) =>
    values.length === 0 || values.some((one) => one.toLowerCase() === value?.toLowerCase())
  const sought = fold(question.text)
  return policies.filter((policy) => {
    const { row, status } = policy
    if (
      row.removed_at !== null ||
      !isAmong(status.health, question.healths) ||
      !isAmong(row.uid, question.policyUids) ||
      !isAmong(row.server_uid, question.backupServerUids)
    )
      return false
    const position = tellingSession(policy)
    return position >= 0 ? passes(position) : passesByName(policy, question, sought)
  })
}

function passesByName(
  { row, foldedName, foldedServer }: PolicyStatusRow,
  { states, results, failures, filter }: OverviewQuestion,
  sought: string,
): boolean {
  if (states.length > 0 || results.length > 0 || failures.length > 0) return false
  if (!foldedName.includes(sought) && !foldedServer.includes(sought)) return false
  return evaluate(filter, 'CdpReplicaSession', {
    policyUid: row.uid,
    policyName: row.name,
    backupServerUid: row.server_uid,
    backupServerName: row.server_name,
  })
}
