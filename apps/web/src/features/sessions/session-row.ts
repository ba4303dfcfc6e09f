import type { Health, Session, SessionTasks } from '@cdp-watch/contract'

/** A row of the table, whatever its source; a session of the index is one as it is. */
export interface SessionRow extends Session {
  health: Health
  failureText: string | null
  /** Distinct failure texts. */
  failureCount: number
  /** Null where it is not known how many fail. */
  tasks: SessionTasks | null
  /** EM no longer has it, though it had not stopped. */
  isGone: boolean
}
