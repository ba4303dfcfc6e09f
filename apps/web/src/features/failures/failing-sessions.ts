import type { GroupSelection } from '../../api/failures.ts'
import type { SessionsSelection } from '../../api/sessions.ts'

/** The sessions that can have a failure, of those that a selection means. */
export function failingSessions({ zone: _zone, ...sessions }: GroupSelection): SessionsSelection {
  return {
    ...sessions,
    health: ['failed', 'warning'],
    state: undefined,
    result: undefined,
    failure: undefined,
    filter: undefined,
    sort: undefined,
  }
}
