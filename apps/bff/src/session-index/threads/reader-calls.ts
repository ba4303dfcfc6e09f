import type { IndexedSession, PoliciesQuery } from '@cdp-watch/contract'
import type { Standing } from '../overview/standing.ts'
import type {
  FailureFinding,
  FailureQuestion,
  FailuresQuestion,
  OverviewQuestion,
  Selection,
  SessionsQuestion,
} from '../store/session-store.ts'

/** An answer as it is sent on: JSON in UTF-8. */
export interface ReadAnswer {
  json: Uint8Array
  dataVersion: number
}

/** When EM was last asked in full, for the answer to say so; ISO 8601 UTC. */
type AsOf = string | null

/** A group of failures as it is sent on, or why there is none. */
export type ReadFailure =
  | { kind: 'found'; answer: ReadAnswer }
  | Exclude<FailureFinding, { kind: 'found' }>

/** What the reader's thread does for the main one. */
export interface ReaderCalls {
  /** Opens the database and reads it in; resolves with the data version. */
  open(): Promise<number>
  refresh(): Promise<number>
  /** `null`: the cursor is none of this index. */
  sessions(question: SessionsQuestion, asOf: AsOf): Promise<ReadAnswer | null>
  sessionNumbers(selection: Selection): Promise<Float64Array>
  rows(numbers: Float64Array): Promise<IndexedSession[]>
  /** `null`: there is no such session. */
  session(uid: string, asOf: AsOf): Promise<ReadAnswer | null>
  policies(query: PoliciesQuery, now: number, asOf: AsOf): Promise<ReadAnswer>
  overview(question: OverviewQuestion, now: number, asOf: AsOf): Promise<ReadAnswer>
  standing(now: number): Promise<Standing>
  failures(question: FailuresQuestion, now: number, asOf: AsOf): Promise<ReadAnswer>
  failureGroup(id: string, question: FailureQuestion, now: number, asOf: AsOf): Promise<ReadFailure>
  close(): Promise<void>
}

/** What the main thread does for the reader's. */
export interface ReaderNeeds {
  warn(details: object, message: string): void
}

/** What the reader's thread is started with. */
export interface ReaderSetup {
  dataDir: string
  scheduleZone: string
  /** Whether EM is simulated, for the overview to say so. */
  isDemo: boolean
}
