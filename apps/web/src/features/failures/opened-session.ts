/** The session that is open beside a page, and the ways to open one. */
export interface OpenedSession {
  /** Undefined: none is open. */
  readonly uid: string | undefined
  /** Address of a session's page. */
  readonly linkOf: (uid: string) => string
  readonly onOpen: (uid: string) => void
}
