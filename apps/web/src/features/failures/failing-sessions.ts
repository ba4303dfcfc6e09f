import type { GroupSelection } from '../../api/failures.ts'
import type { SessionsSelection } from '../../api/sessions.ts'

/** The sessions that can have a failure, of those that a selection means. */
export function failingSessions(selection: GroupSelection): SessionsSelection {
  const { from, to, policyUid, backupServerUid, q } = selection
  return {
    from,
    to,
    policyUid,
    backupServerUid,
    q,
    health: ['failed', 'warning'],
    state: undefined,
    result: undefined,
    failure: undefined,
    filter: undefined,
    sort: undefined,
  }
}
