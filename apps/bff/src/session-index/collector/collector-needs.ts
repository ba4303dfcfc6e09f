import type { CollectorStatus } from './collector-status.ts'

/** Asks EM by GET for JSON; resolves with its text. Rejects with an error that carries a `code` of a problem, as an AppError does. */
export type AskEm = (path: string, signal: AbortSignal) => Promise<string>

type Write = (details: object, message: string) => void

export interface CollectorLog {
  debug: Write
  info: Write
  warn: Write
  error: Write
}

/** Is told what the collector did: a bit of work by its name in the log, how it ended, and how long it took. */
export type WatchWork = (work: string, outcome: 'ok' | 'failed', seconds: number) => void

/** What the collector, on a thread of its own, needs of the rest. */
export interface CollectorNeeds {
  ask: AskEm
  /** This server's clock, ms since 1970. */
  now(): number
  /** What EM's clock is ahead of this server's, in ms. */
  emOffsetMs(): number
  log: CollectorLog
  worked: WatchWork
  /** Is told that there is nothing to do for a while. */
  resting(): void
  /** Is told whatever changes, and of each commit at once. */
  publish(status: CollectorStatus): void
}
