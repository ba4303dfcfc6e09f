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
  const texts = new Map<number, string | null>()
  const textOf = (id: number) => {
    const known = texts.get(id)
    const text = known === undefined ? stored.text(id) : known
    texts.set(id, text)
    return text
  }
  return Array.from(positions).flatMap((position) => {
    const row = stored.session(memory.columns.seq[position] ?? 0)
    return row ? [indexedSession(memory, position, row, textOf)] : []
  })
}

type StoredSession = NonNullable<ReturnType<StoredRows['session']>>

function indexedSession(
  { columns, labels, words, textSets }: IndexMemory,
  position: number,
  stored: StoredSession,
  textOf: (id: number) => string | null,
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
    failureMessage: textOf(columns.message[position] ?? 0),
    isRetry: columns.isRetry[position] === 1,
    health: healths[columns.health[position] ?? -1] ?? 'unknown',
    failureText: textOf(textSets.first(columns.failureSet[position] ?? 0)),
    failureSource: sources[columns.failureSource[position] ?? 0] ?? null,
    failureCount: columns.failureCount[position] ?? 0,
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
