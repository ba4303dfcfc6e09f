import type { DatabaseSync } from 'node:sqlite'
import type { Task } from '@cdp-watch/contract'
import type { Kysely } from 'kysely'
import type { Interning } from './interning.ts'
import { areSameIn } from './prepared.ts'
import type { SummarizedTask } from './session-summary.ts'
import type { Tables } from './tables.ts'
import { decisiveColumns, isPlainSuccess, type TaskRow, taskColumns, taskRow } from './task-row.ts'
import { prepareTaskStatements } from './task-statements.ts'
import { sessionStage, tasksStates } from './tasks-state.ts'
import type { Touched } from './touched.ts'

interface TasksSession {
  seq: number
  tasks_state: number
  is_active: number
  is_gone: number
  state: string
  result: string
}

/** What is kept was decided when it was last summed up; how it fares has changed since, maybe. */
function keepsTasks(session: TasksSession): boolean {
  const stage = sessionStage({ ...session, isGone: session.is_gone === 1 })
  return session.tasks_state !== tasksStates.none || stage !== 'ended-well'
}

function isFinal(session: TasksSession): boolean {
  return session.is_active === 0 && session.tasks_state === tasksStates.final
}

/** Takes in tasks as EM has them. */
export class TaskWriting {
  readonly #interning: Interning
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>, interning: Interning) {
    this.#interning = interning
    this.#statements = prepareTaskStatements(database, db)
  }

  /** The session with this UID, as far as tasks are concerned; undefined where it is not known. */
  session(uid: string): TasksSession | undefined {
    return this.#statements.session.get({ uid })
  }

  /**
   * Adds tasks or brings them up to date; those of sessions that are not known, or whose tasks are not
   * kept, are passed over. Gives the latest end of those taken in (ms since 1970), or null.
   */
  take(tasks: Iterable<Task>, touched: Touched): number | null {
    const sessions = new Map<string, TasksSession | undefined>()
    let newestEnd: number | null = null
    for (const task of tasks) {
      const uid = task.policySessionUid
      if (uid === null) continue
      if (!sessions.has(uid)) sessions.set(uid, this.session(uid))
      const session = sessions.get(uid)
      if (session === undefined || !keepsTasks(session)) continue
      const row = taskRow(task, session.seq)
      if (row.ended !== null) newestEnd = Math.max(newestEnd ?? row.ended, row.ended)
      this.#put(task.uid, row, isFinal(session), touched)
    }
    return newestEnd
  }

  #put(uid: string, row: TaskRow, isOfFinal: boolean, touched: Touched): void {
    const known = this.#statements.find.get({ uid })
    if (known !== undefined && areSameIn<TaskRow>(taskColumns, known, row)) return
    // Of a final set the plain successes were left out: to hear of one again is no news.
    if (known === undefined && isOfFinal && isPlainSuccess(row)) return
    this.#store(uid, row, known !== undefined)
    touched.seen()
    if (known !== undefined && known.session !== row.session) {
      touched.unsettle(known.session, 'outcome')
    }
    if (isOfFinal) touched.unsettle(row.session, 'outcome')
    else if (known === undefined || !areSameIn<TaskRow>(decisiveColumns, known, row)) {
      touched.unsettle(row.session, 'none')
    }
  }

  #store(uid: string, row: TaskRow, isKnown: boolean): void {
    const stored = {
      ...row,
      uid,
      vm: this.#interning.text(row.vm),
      state: this.#interning.word(row.state),
      result: this.#interning.word(row.result),
      reason: row.reason === null ? null : this.#interning.text(row.reason),
    }
    if (isKnown) this.#statements.update.run(stored)
    else this.#statements.add.run(stored)
  }

  /**
   * Notes that EM does not have a task any more. While its session works it never came to pass; once
   * the session has ended EM has forgotten it, the index does not.
   */
  lose(uid: string, touched: Touched): void {
    const known = this.#statements.find.get({ uid })
    if (known === undefined) return
    const { session } = known
    if (this.#statements.sessionOf.get({ seq: session })?.is_active !== 1) {
      this.#statements.leave.run({ uid })
      return
    }
    this.#statements.remove.run({ uid })
    touched.seen()
    touched.unsettle(session, 'none')
  }

  /** Replaces what is known of a session's tasks. Of a stopped one the plain successes are not kept. */
  replace(session: TasksSession, tasks: readonly Task[], touched: Touched): void {
    const kept = new Map(
      tasks
        .filter((task) => session.is_active === 1 || !isPlainSuccess(task))
        .map((task) => [task.uid, taskRow(task, session.seq)]),
    )
    for (const { uid } of this.#statements.ofSession.all({ session: session.seq })) {
      if (!kept.has(uid)) this.#remove(uid, touched)
    }
    for (const [uid, row] of kept) this.#put(uid, row, false, touched)
  }

  #remove(uid: string, touched: Touched): void {
    this.#statements.remove.run({ uid })
    touched.seen()
  }

  /** Keeps what was watched of a session of whose tasks EM has none any more, as the last that is known. */
  close(session: TasksSession, touched: Touched): void {
    for (const task of this.#statements.ofSession.all({ session: session.seq })) {
      if (isPlainSuccess(task)) this.#remove(task.uid, touched)
      else this.#statements.leave.run({ uid: task.uid })
    }
  }

  /** The tasks that are kept of a session. */
  known(session: number): SummarizedTask[] {
    return this.#statements.ofSession.all({ session }).map((task) => ({
      uid: task.uid,
      vmDisplayName: task.vm,
      creationTimeUTC: new Date(task.created).toISOString(),
      result: task.result,
      reason: task.reason,
    }))
  }

  /** Drops the tasks of a session that ended well. */
  drop(session: number, touched: Touched): void {
    if (this.#statements.removeAll.run({ session }) > 0) touched.seen()
  }
}
