import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { FailureGrouping } from './failure-grouping.ts'
import type { Interning } from './interning.ts'
import { type Arguments, areSameIn, assignmentsOf, prepare } from './prepared.ts'
import type { SessionFailures } from './session-failures.ts'
import type { SessionNames } from './session-names.ts'
import { type SummaryRow, summaryColumns, summaryRow } from './session-row.ts'
import {
  type KnownTasks,
  type SessionSummary,
  type SummarizedTask,
  sessionSummary,
} from './session-summary.ts'
import type { Tables } from './tables.ts'
import type { TaskWriting } from './task-writing.ts'
import { nextTasksState, sessionStage, tasksStates } from './tasks-state.ts'
import type { Touched } from './touched.ts'
import { vmFailures } from './vm-failures.ts'

/** What has been heard of a session: that EM has these tasks of it and no others, or something of less weight. */
type News =
  | { kind: 'all-tasks'; tasks: readonly SummarizedTask[] }
  | { kind: 'outcome' }
  | { kind: 'none' }

interface Parts {
  interning: Interning
  tasks: TaskWriting
  names: SessionNames
  grouping: FailureGrouping
  failures: SessionFailures
}

/** Brings what the index makes of a session in step with what it knows of it and its tasks. */
export class Settling {
  readonly #parts: Parts
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>, parts: Parts) {
    this.#parts = parts
    this.#statements = prepareStatements(database, db)
  }

  /** Sums a session up, and lets go of tasks that are not to be kept any more. */
  settle(seq: number, news: News, touched: Touched): void {
    const row = this.#statements.find.get({ seq })
    if (row === undefined) return
    const session = { ...row, failureMessage: row.failure_message, isGone: row.gone === 1 }
    const stage = sessionStage(session)
    const tasksState = nextTasksState({
      before: row.tasks_state,
      session: stage,
      news: news.kind,
    })
    const hasEnded = stage !== 'working' && stage !== 'gone'
    const known = this.#known(seq, row, news, hasEnded)
    const summary = sessionSummary(session, known)
    const settled = summaryRow(summary, tasksState, this.#parts.interning)
    this.#noteFailures(seq, summary, known, touched)
    if (tasksState === tasksStates.none) this.#parts.tasks.drop(seq, touched)
    touched.settle(seq)
    if (areSameIn<SummaryRow>(summaryColumns, row, settled)) return
    this.#statements.update.run({ ...settled, seq, version: touched.version })
    touched.change(seq)
  }

  #noteFailures(
    seq: number,
    { failureTexts, vmNames }: SessionSummary,
    { tasks }: KnownTasks,
    touched: Touched,
  ): void {
    const { names, grouping, failures } = this.#parts
    const ofVms = failureTexts.length > 0 ? vmFailures(tasks) : []
    // Beside what its VMs say now there is what they said before, which tells of the same cause maybe.
    const texts = new Set([...failureTexts, ...ofVms.map(({ reason }) => reason)])
    grouping.take(texts, vmNames.length > 0, () => names.of(seq, vmNames), touched)
    failures.put(seq, ofVms, touched)
  }

  #known(seq: number, row: SummaryRow, news: News, hasEnded: boolean): KnownTasks {
    if (news.kind === 'all-tasks' && news.tasks.length > 0) {
      return { tasks: news.tasks, otherVms: [], areAll: true }
    }
    const tasks = this.#parts.tasks.known(seq)
    const wereWatched = !hasEnded || row.tasks_state === tasksStates.watched
    return {
      tasks,
      otherVms: hasEnded && row.vm_set !== null ? this.#parts.names.vms(row.vm_set) : [],
      areAll:
        news.kind === 'all-tasks' || (wereWatched ? tasks.length > 0 : row.vms_total !== null),
    }
  }
}

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  return {
    find: prepare(database, (arg: Arguments<{ seq: number }>) =>
      db
        .selectFrom('sessions')
        .innerJoin('words as states', 'states.id', 'sessions.state')
        .innerJoin('words as results', 'results.id', 'sessions.result')
        .leftJoin('texts as messages', 'messages.id', 'sessions.message')
        .select([
          'states.word as state',
          'results.word as result',
          'messages.text as failure_message',
          'is_gone as gone',
          ...summaryColumns,
        ])
        .where('seq', '=', arg('seq'))
        .compile(),
    ),
    update: prepare(database, (arg: Arguments<{ seq: number; version: number } & SummaryRow>) =>
      db
        .updateTable('sessions')
        .set(assignmentsOf([...summaryColumns, 'version'], arg))
        .where('seq', '=', arg('seq'))
        .compile(),
    ),
  }
}
