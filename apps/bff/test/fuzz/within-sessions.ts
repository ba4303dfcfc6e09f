import type { IndexedSession } from '@cdp-watch/contract'
import { evaluate, parse } from '@cdp-watch/em-filter'
import { type Asked, beyond, complaint } from './asked.ts'

/** Why a session was not asked for, each in a sentence. */
export function sessionBeyond(asked: Asked, item: IndexedSession): string[] {
  const start = Date.parse(item.creationTimeUTC)
  const filter = parse(asked.one('filter') ?? '', 'CdpReplicaSession')
  return [
    ...beyond(asked, item, ['state', 'result', 'health', 'policyUid', 'backupServerUid']),
    ...complaint(!(start < Date.parse(asked.one('from') ?? '')), `${item.uid} started before`),
    ...complaint(!(start >= Date.parse(asked.one('to') ?? '')), `${item.uid} started after`),
    ...complaint(
      filter.ok && evaluate(filter.tree, 'CdpReplicaSession', { ...item }),
      `${item.uid} does not pass the filter`,
    ),
    // Of which groups can change under way: one may have become part of another.
    ...complaint(
      asked.all('failure').length === 0 || item.failureGroups.length > 0,
      `${item.uid} has no failure`,
    ),
  ]
}
