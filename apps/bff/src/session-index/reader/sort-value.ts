import type { IndexMemory } from '../columns/index-memory.ts'

/** Of the session at a position. */
export type SessionValue = (position: number) => number

/** Where a session has no such value. */
export const noValue = -1

/**
 * What decides where a session stands when it is sorted by a field: a time, a count or the id of a
 * text. The same as long as the session is, whatever else comes; UID and name do not change. Throws a
 * RangeError for a field that sessions are not sorted by.
 */
export function sortValue(
  { columns, textSets }: Pick<IndexMemory, 'columns' | 'textSets'>,
  field: string,
): SessionValue {
  switch (field) {
    case 'creationTimeUTC':
      return (position) => columns.created[position] ?? noValue
    case 'endTimeUTC':
    case 'duration':
      return (position) => {
        const end = columns.ended[position] ?? Number.NaN
        return Number.isNaN(end) ? noValue : end
      }
    case 'state':
      return (position) => columns.state[position] ?? noValue
    case 'result':
      return (position) => columns.result[position] ?? noValue
    case 'health':
      return (position) => columns.health[position] ?? noValue
    case 'vmsFailed':
      return (position) => columns.vmsFailed[position] ?? noValue
    case 'policyUid':
    case 'policyName':
      return (position) => columns.policy[position] ?? noValue
    case 'backupServerUid':
    case 'backupServerName':
      return (position) => columns.server[position] ?? noValue
    case 'failureMessage':
      return (position) => columns.message[position] ?? noValue
    case 'failureText':
      return (position) => textSets.first(columns.failureSet[position] ?? 0)
    case 'uid':
    case 'name':
      return () => noValue
    default:
      throw new RangeError(`sessions are not sorted by ${field}`)
  }
}
