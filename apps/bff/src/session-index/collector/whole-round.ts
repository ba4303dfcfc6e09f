import type { Session, Task } from '@cdp-watch/contract'
import { isStopped } from '@cdp-watch/contract'
import { and, condition, or } from '@cdp-watch/em-filter'
import type { IndexChanges, IndexPosition } from '../store/session-store.ts'
import type { EmRows, Rows } from './em-rows.ts'
import { emTime } from './em-time.ts'
import type { Slice } from './history-slices.ts'
import { inParallel } from './in-parallel.ts'
import { goneOf, searchFor } from './missing-rows.ts'
import { taskWindow } from './round-window.ts'

/** What a whole round asks. Times are ms since 1970 by EM's clock. */
export interface WholeQuestion {
  readonly position: IndexPosition
  readonly sessionsFrom: number
  readonly emNow: number
  /** When EM was last read in full by this process; null before. */
  readonly readAt: number | null
  /** A stretch of history that is read again, for what came late. */
  readonly history: Slice | undefined
}

/** What can be shown before the tasks are there. */
type FirstChanges = Pick<IndexChanges, 'sessions' | 'policies' | 'backupServers'>

export interface WholeAnswer {
  readonly changes: IndexChanges
  /** UIDs of the sessions that started lately or have not stopped. */
  readonly recent: ReadonlySet<string>
  /** UIDs of sessions under way of which tasks may have begun and ended unseen. */
  readonly behind: readonly string[]
  /** Some of what is known was not looked for yet. */
  readonly isWhole: boolean
}

const none: Rows<never> = { items: [], leftOut: new Set() }

/** The sessions of a slice. */
export function ofSlice({ from, to }: Slice) {
  return and(
    condition('CreationTimeUTC', '>=', emTime(from)),
    condition('CreationTimeUTC', '<', emTime(to)),
  )
}

/**
 * Reads what has changed and what may have. Rejects as `EmRows` does; at most two requests are under way
 * at a time. `first` is given the sessions and policies as soon as they are there.
 */
export async function readWhole(
  rows: EmRows,
  { position, sessionsFrom, emNow, readAt, history }: WholeQuestion,
  first: (changes: FirstChanges) => Promise<void>,
  signal: AbortSignal,
): Promise<WholeAnswer> {
  const lively = or(
    condition('State', '!=', 'Stopped'),
    condition('CreationTimeUTC', '>=', emTime(sessionsFrom)),
  )
  const [sessions, lists] = await inParallel(
    signal,
    (both) => rows.started('CdpReplicaSession', lively, both),
    async (both) => ({
      policies: (await rows.all('CdpPolicy', both)).items,
      backupServers: (await rows.all('BackupServer', both)).items,
    }),
  )
  await first({ sessions: sessions.items, ...lists })
  const lostSessions = searchFor(position.activeSessions, sessions)
  const starts = sessions.items.map(({ creationTimeUTC }) => Date.parse(creationTimeUTC))
  const window = taskWindow(position, [position.newestStart, ...starts], emNow, readAt)
  const current = or(
    condition('State', '!=', 'Completed'),
    condition('EndTimeUTC', '>=', emTime(window.tasksFrom)),
  )
  const [tasks, older] = await inParallel(
    signal,
    (both) => rows.started('CdpReplicaTaskSession', current, both),
    async (both) => ({
      lost: await rows.byUids('CdpReplicaSession', lostSessions.by, both),
      past: history ? await rows.started('CdpReplicaSession', ofSlice(history), both) : none,
    }),
  )
  const lostTasks = searchFor(position.runningTasks, tasks)
  const foundTasks = await rows.byUids('CdpReplicaTaskSession', lostTasks.by, signal)
  const isWatched = !window.isGap && (readAt !== null || position.isFilled)
  const watched = isWatched ? position.activeSessions : []
  return {
    changes: {
      sessions: [...sessions.items, ...older.past.items, ...older.lost.items],
      goneSessions: goneOf(lostSessions.by.uids, older.lost),
      tasks: [...tasks.items, ...foundTasks.items],
      goneTasks: goneOf(lostTasks.by.uids, foundTasks),
      ...lists,
    },
    recent: new Set(sessions.items.map(({ uid }) => uid)),
    behind: behindOf(sessions.items, watched, foundTasks, window.tasksFrom),
    isWhole: lostSessions.isWhole && lostTasks.isWhole,
  }
}

/**
 * Sessions under way of which tasks may have ended before `tasksFrom` that are not known: those that
 * were not watched, and, as EM does not collect from a backup server that is out of reach, those of
 * which a task that was known to run had ended by then.
 */
function behindOf(
  sessions: readonly Session[],
  watched: readonly string[],
  foundTasks: Rows<'CdpReplicaTaskSession'>,
  tasksFrom: number,
): string[] {
  const known = new Set(watched)
  const ofLateTasks = new Set(foundTasks.items.filter(endedBefore(tasksFrom)).map(sessionOf))
  const isBehind = ({ uid, creationTimeUTC }: Session) =>
    ofLateTasks.has(uid) || (!known.has(uid) && Date.parse(creationTimeUTC) < tasksFrom)
  return sessions
    .filter((session) => !isStopped(session) && isBehind(session))
    .map(({ uid }) => uid)
}

function endedBefore(time: number): (task: Task) => boolean {
  return ({ endTimeUTC }) => endTimeUTC !== null && Date.parse(endTimeUTC) < time
}

function sessionOf(task: Task): string | null {
  return task.policySessionUid
}
