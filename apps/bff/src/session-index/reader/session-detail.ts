import type { IndexedSession, SessionDetail, Task } from '@cdp-watch/contract'
import { textParts } from '../../failures/text-parts.ts'
import type { FailureReading } from '../failure-groups/failure-reading.ts'
import { tasksStates } from '../store/tasks-state.ts'
import { failureTexts } from './failure-texts.ts'
import { isoTime } from './iso-time.ts'
import { neighbours } from './neighbours.ts'
import { sessionNames } from './session-names.ts'
import { sessionRows } from './session-rows.ts'
import type { StoredRows } from './stored-rows.ts'

/**
 * One session with what is kept of its tasks, newest first, and those of its policy around it; null
 * where the index does not have it. `tasksComplete` is said only of a session that works: once it has
 * stopped, tasks that went well are not kept, and nothing tells how many there were. `scheduleZone`: the
 * zone by whose clock policies are scheduled.
 */
export function sessionDetail(
  reading: FailureReading,
  scheduleZone: string,
  uid: string,
): Omit<SessionDetail, 'asOf'> | null {
  const { memory, stored } = reading
  const { columns, textSets } = memory
  const row = stored.sessionOf(uid)
  const position = row === undefined ? -1 : columns.positionOf(row.seq)
  if (row === undefined || !columns.counts(position)) return null
  const [session] = sessionRows(memory, stored, Uint32Array.of(position))
  if (session === undefined) return null
  const tasks = stored.tasks(row.seq).map((task) => taskOf(task, session))
  const names = sessionNames(memory, stored, position)
  const texts = Array.from(textSets.members(columns.failureSet[position] ?? 0), (id) => ({
    id,
    text: stored.text(id),
  })).filter(isKept)
  return {
    session,
    tasks,
    tasksComplete: row.tasks_state === tasksStates.watched,
    failureTexts: failureTexts(session, texts, tasks).map(({ id, ...failure }) => ({
      ...failure,
      parts: textParts(failure.text, names),
      ...groupOf(reading, id),
    })),
    ...neighbours(memory, stored, scheduleZone, position),
    dataVersion: memory.dataVersion,
  }
}

function isKept(text: { id: number; text: string | null }): text is { id: number; text: string } {
  return text.text !== null
}

/** The group that a text, by its id, is in. */
function groupOf(
  { memory, history }: FailureReading,
  text: number,
): Pick<SessionDetail['failureTexts'][number], 'groupId' | 'group'> {
  const group = memory.failureGroups.ofText(text)
  if (group === 0) return { groupId: null, group: null }
  const { sessions, policies, firstSeen } = history.brief(group)
  return {
    groupId: memory.failureGroups.id(group),
    group: { sessions, policies, firstSeenUTC: isoTime(firstSeen) },
  }
}

type StoredTask = ReturnType<StoredRows['tasks']>[number]

function taskOf(task: StoredTask, session: IndexedSession): Task {
  return {
    uid: task.uid,
    name: task.name,
    vmDisplayName: task.vm,
    policySessionUid: session.uid,
    policySessionName: session.name,
    creationTimeUTC: isoTime(task.created),
    endTimeUTC: task.ended === null ? null : isoTime(task.ended),
    state: task.state,
    result: task.result,
    reason: task.reason,
    totalSize: task.total_size,
    backupServerUid: session.backupServerUid,
    backupServerName: session.backupServerName,
  }
}
