import { healths, type IndexedSession } from '@cdp-watch/contract'
import type { IndexMemory } from '../columns/index-memory.ts'
import { isoTime } from './iso-time.ts'
import type { StoredRows } from './stored-rows.ts'

const sources = [null, 'session', 'tasks'] as const

/**
 * Sessions as they are answered, by their positions and in this order; those that were pruned since
 * the last refresh are left out. All that can change comes from memory, so that an answer is of one
 * data version even where more has been written since.
 */
export function sessionRows(
  memory: IndexMemory,
  stored: StoredRows,
  positions: Uint32Array,
): IndexedSession[] {
  const { columns, textSets } = memory
  const seqs = Array.from(positions, (position) => columns.seq[position] ?? 0)
  const rows = stored.sessions(seqs)
  const textIds = new Set<number>()
  for (const position of positions) {
    textIds.add(columns.message[position] ?? 0)
    textIds.add(textSets.first(columns.failureSet[position] ?? 0))
  }
  const texts = stored.texts([...textIds])
  return Array.from(positions).flatMap((position, index) => {
    const row = rows.get(seqs[index] ?? 0)
    return row ? [indexedSession(memory, position, row, texts)] : []
  })
}

type StoredSession = NonNullable<ReturnType<ReturnType<StoredRows['sessions']>['get']>>

function indexedSession(
  { columns, labels, words, textSets, failureGroups }: IndexMemory,
  position: number,
  stored: StoredSession,
  texts: ReadonlyMap<number, string>,
): IndexedSession {
  const policy = labels.label(columns.policy[position] ?? 0)
  const server = labels.label(columns.server[position] ?? 0)
  const ended = columns.ended[position] ?? Number.NaN
  const vmsTotal = columns.vmsTotal[position] ?? -1
  return {
    uid: stored.uid,
    name: stored.name,
    policyUid: orNull(policy.uid),
    policyName: policy.name,
    policyType: stored.policy_type,
    backupServerUid: orNull(server.uid),
    backupServerName: orNull(server.name),
    creationTimeUTC: isoTime(columns.created[position] ?? 0),
    endTimeUTC: Number.isNaN(ended) ? null : isoTime(ended),
    state: words.word(columns.state[position] ?? 0),
    result: words.word(columns.result[position] ?? 0),
    progress: stored.progress,
    failureMessage: texts.get(columns.message[position] ?? 0) ?? null,
    isRetry: columns.isRetry[position] === 1,
    health: healths[columns.health[position] ?? -1] ?? 'unknown',
    failureText: texts.get(textSets.first(columns.failureSet[position] ?? 0)) ?? null,
    failureSource: sources[columns.failureSource[position] ?? 0] ?? null,
    failureCount: columns.failureCount[position] ?? 0,
    failureGroups: Array.from(failureGroups.ofSet(columns.failureSet[position] ?? 0), (group) =>
      failureGroups.id(group),
    ),
    tasks: {
      total: vmsTotal < 0 ? null : vmsTotal,
      failed: columns.vmsFailed[position] ?? 0,
      warning: columns.vmsWarning[position] ?? 0,
    },
    isGone: columns.isGone[position] === 1,
  }
}

/** What EM left out is kept as ''. */
function orNull(text: string): string | null {
  return text === '' ? null : text
}
