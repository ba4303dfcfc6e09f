import type {
  BackupServer,
  FailureDetail,
  FailureStatus,
  FailuresAnswer,
  failureSortFields,
  Health,
  IndexedSession,
  IndexedSessionsAnswer,
  Overview,
  PoliciesQuery,
  PoliciesStatusAnswer,
  Policy,
  Session,
  SessionDetail,
  Task,
} from '@cdp-watch/contract'
import type { FilterTree } from '@cdp-watch/em-filter'

/** All tasks that EM has of one session. */
export interface TasksOfSession {
  sessionUid: string
  tasks: readonly Task[]
}

/** What EM has told since the last time, to be taken in as one transaction. Everything is optional. */
export interface IndexChanges {
  /** Sessions as EM has them now, new or known. */
  sessions?: readonly Session[]
  /** UIDs of sessions that had not stopped and that EM does not have any more. */
  goneSessions?: readonly string[]
  /** Tasks as EM has them now, of sessions that are known or among `sessions`. */
  tasks?: readonly Task[]
  /** UIDs of tasks that had not ended and that EM does not have any more. */
  goneTasks?: readonly string[]
  /** Stopped sessions with all their tasks; what was known of their tasks is replaced. */
  finalTasks?: readonly TasksOfSession[]
  /** All policies there are; one that is not among them has been removed. */
  policies?: readonly Policy[]
  /** All backup servers there are. */
  backupServers?: readonly BackupServer[]
  /** The history is complete from here (ms since 1970, EM's clock) to the first round. */
  filledBackTo?: number
  /** All that had been asked for at the first fill is there. */
  isFilled?: boolean
  /** When the policies and sessions were read, ms since 1970 by EM's clock; given with a whole round. */
  readAtEm?: number
}

export interface Applied {
  /** Grown where anything that people can see has changed. */
  dataVersion: number
  added: number
  changed: number
}

/** How far the index has come. Times are ms since 1970 by EM's clock. */
export interface IndexProgress {
  dataVersion: number
  sessions: number
  filledBackTo: number | null
  isFilled: boolean
  /** Start of the newest session. */
  newestStart: number | null
  /** Latest end of a task. */
  newestTaskEnd: number | null
  /** How many stopped sessions that did not end well still lack their final tasks. */
  tasksWanted: number
}

/** From where a round goes on. */
export interface IndexPosition extends IndexProgress {
  /** UIDs of sessions that have not stopped and are not gone. */
  activeSessions: readonly string[]
  /** UIDs of tasks that have not ended. */
  runningTasks: readonly string[]
}

/** The side of the index that the collector writes. Every call is one transaction; none leaves half a change. */
export interface IndexWriter {
  /** Cheap, to be asked for after every change. */
  progress(): Promise<IndexProgress>
  position(): Promise<IndexPosition>
  apply(changes: IndexChanges): Promise<Applied>
  /** UIDs of stopped sessions that did not end well and whose tasks are still to be asked for, newest first. */
  sessionsWantingTasks(limit: number): Promise<readonly string[]>
  /** Forgets at most `limit` sessions that started before (ms since 1970). Resolves with how many it forgot. */
  prune(before: number, limit: number): Promise<number>
  /**
   * Groups at most `limit` failure texts anew where that is to be done: they were grouped by another
   * version of the grouping, or by none. Resolves with how many are left at most, 0 when it is done.
   */
  regroup(limit: number): Promise<number>
  close(): Promise<void>
}

/** One key of a sort: a field of EM's query interface by its key (`creationTimeUTC`), or one of ours. */
export interface SortKey {
  field: string
  descending: boolean
}

/** Which sessions are meant, parsed and checked. Values of one list are alternatives; an empty list does not narrow. */
export interface Selection {
  /** ms since 1970, included. */
  from: number | null
  /** ms since 1970, excluded. */
  to: number | null
  states: readonly string[]
  results: readonly string[]
  healths: readonly string[]
  policyUids: readonly string[]
  backupServerUids: readonly string[]
  /** Ids of groups of failures. */
  failures: readonly string[]
  /** Contained in any case; '' does not narrow. */
  text: string
  filter: FilterTree | undefined
  /** Most important first; ties are settled by start, newest first, then by order of arrival. */
  sort: readonly SortKey[]
}

/** A question of `GET /api/sessions`. */
export interface SessionsQuestion extends Selection {
  limit: number
  /** `nextCursor` of an answer to the same selection. */
  cursor: string | null
  offset: number
  horizon: number | null
  since: number | null
  bars: number | null
  facetText: string
}

/** A question of `GET /api/overview`. */
export type OverviewQuestion = Omit<Selection, 'sort'>

/** An overview without what the collector and the configuration know. */
export type OverviewOfIndex = Omit<Overview, 'asOf' | 'demo'>

/** A question of `GET /api/failures/:id`; its `sort` is of no account. */
export interface FailureQuestion extends Omit<Selection, 'sort'> {
  /** IANA name of the zone whose days are meant. */
  zone: string
}

/** A question of `GET /api/failures`. An empty list does not narrow. */
export interface FailuresQuestion extends FailureQuestion {
  statuses: readonly FailureStatus[]
  severities: readonly Health[]
  /** ms since 1970, included. */
  changedSince: number | null
  sort: { field: (typeof failureSortFields)[number]; descending: boolean }
  limit: number
  offset: number
}

/** The cursor is none of this index, or belongs to another selection. */
export class BadCursor extends Error {}

/** A read answer without its `asOf`, which the collector knows. */
type WithoutAge<T> = Omit<T, 'asOf'>

/**
 * What there is of a group of failures. `unknown`: no session that is kept has it; of an id that
 * another version of the grouping gave, `outdated`: what became of its texts is not known, `regrouping`:
 * not known yet, as the history is being grouped anew.
 */
export type FailureFinding =
  | { kind: 'found'; detail: WithoutAge<FailureDetail> }
  | { kind: 'unknown' | 'outdated' | 'regrouping' }

/** The side of the index that people read. */
export interface IndexReader {
  /** Takes in what has been written since; resolves with the data version that is read from now on. */
  refresh(): Promise<number>
  /** Rejects with BadCursor. */
  sessions(question: SessionsQuestion): Promise<WithoutAge<IndexedSessionsAnswer>>
  /** All that match, in order, by their numbers for `rows`. */
  sessionNumbers(selection: Selection): Promise<Float64Array>
  /** The sessions with these numbers, in this order; those pruned meanwhile are left out. */
  rows(numbers: Float64Array): Promise<IndexedSession[]>
  /** Null where the index does not have it. */
  session(uid: string): Promise<WithoutAge<SessionDetail> | null>
  /** `now`: ms since 1970 by EM's clock, by which policies are expected to run. */
  policies(query: PoliciesQuery, now: number): Promise<WithoutAge<PoliciesStatusAnswer>>
  /** `now`: ms since 1970 by EM's clock, by whose day the usual range ends. */
  failures(question: FailuresQuestion, now: number): Promise<WithoutAge<FailuresAnswer>>
  /** `now`: ms since 1970 by EM's clock, by which policies are expected to run. */
  overview(question: OverviewQuestion, now: number): Promise<OverviewOfIndex>
  /** `now` as for `failures`. An older id finds the group that it has become. */
  failureGroup(id: string, question: FailureQuestion, now: number): Promise<FailureFinding>
  close(): Promise<void>
}

/**
 * Where the index is kept: both sides over one place, each of which may be on a thread of its own. Any
 * store has to pass `describeSessionStore`.
 */
export interface SessionStore {
  readonly writer: IndexWriter
  readonly reader: IndexReader
  /** Closes both sides. */
  close(): Promise<void>
}
