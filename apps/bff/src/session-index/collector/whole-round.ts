import type { Session, Task } from '@cdp-watch/contract'
import { isStopped } from '@cdp-watch/contract'
import { and, condition, or } from '@cdp-watch/em-filter'
import type { IndexChanges, IndexPosition } from '../store/session-store.ts'
import type { EmRows, Rows } from './em-rows.ts'
import { emTime } from './em-time.ts'
import type { Slice } from './history-slices.ts'
import { inParallel } from './in-parallel.ts'
import { goneOf, searchFor } from './missing-rows.ts'
import { tasksFrom } from './round-window.ts'

/** Sessions a request takes, whose tasks are asked for. */
export const sessionsARequest = 40

/** What a whole round asks. */
export interface WholeQuestion {
  readonly position: IndexPosition
  readonly sessionsFrom: number
  readonly emNow: number
  /** A stretch of history that is read again, for what came late. */
  readonly history: Slice | undefined
}

export interface WholeAnswer {
  readonly changes: IndexChanges
  /** UIDs of the sessions that started lately or have not stopped. */
  readonly recent: ReadonlySet<string>
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

/** Reads what has changed and what may have. Rejects as `EmRows` does; at most two requests are under way at a time. */
export async function readWhole(
  rows: EmRows,
  { position, sessionsFrom, emNow, history }: WholeQuestion,
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
  const lostSessions = searchFor(position.activeSessions, sessions)
  const starts = sessions.items.map(({ creationTimeUTC }) => Date.parse(creationTimeUTC))
  const taskEnd = tasksFrom(position, [position.newestStart, ...starts], emNow)
  const current = or(
    condition('State', '!=', 'Completed'),
    condition('EndTimeUTC', '>=', emTime(taskEnd)),
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
  const uids = unwatched(position, [...sessions.items, ...older.lost.items], foundTasks, taskEnd)
  const by = { field: 'PolicySessionUid', uids, most: sessionsARequest } as const
  const caughtUp = await rows.byUids('CdpReplicaTaskSession', by, signal)
  return {
    changes: {
      sessions: [...sessions.items, ...older.past.items, ...older.lost.items],
      goneSessions: goneOf(lostSessions.by.uids, older.lost),
      tasks: [...tasks.items, ...foundTasks.items, ...caughtUp.items],
      goneTasks: goneOf(lostTasks.by.uids, foundTasks),
      ...lists,
    },
    recent: new Set(sessions.items.map(({ uid }) => uid)),
    isWhole: lostSessions.isWhole && lostTasks.isWhole,
  }
}

/**
 * Sessions under way of which tasks may have begun and ended unseen, as EM does not collect from a
 * backup server that is out of reach: those that come to be known late, and those of which a task that
 * was known to run ended before `taskEnd`.
 */
function unwatched(
  position: IndexPosition,
  sessions: readonly Session[],
  foundTasks: Rows<'CdpReplicaTaskSession'>,
  taskEnd: number,
): string[] {
  const known = new Set(position.activeSessions)
  const ofLateTasks = new Set(foundTasks.items.filter(endedBefore(taskEnd)).map(sessionOf))
  const isUnwatched = ({ uid, creationTimeUTC }: Session) =>
    ofLateTasks.has(uid) || (!known.has(uid) && Date.parse(creationTimeUTC) < taskEnd)
  return sessions
    .filter((session) => !isStopped(session) && isUnwatched(session))
    .map(({ uid }) => uid)
}

function endedBefore(time: number): (task: Task) => boolean {
  return ({ endTimeUTC }) => endTimeUTC !== null && Date.parse(endTimeUTC) < time
}

function sessionOf(task: Task): string | null {
  return task.policySessionUid
}
