import type { ProblemCode } from '@cdp-watch/contract'
import type { WatchWork } from '../collector/collector-needs.ts'
import type { CollectorOptions } from '../collector/collector-options.ts'
import type { CollectorStatus } from '../collector/collector-status.ts'

/** Rows by table of the index. */
export type RowCounts = Readonly<Record<string, number>>

/** What the collector's thread is started with. */
export interface CollectorSetup extends CollectorOptions {
  dataDir: string
}

/** How opening the database ended; `message` is for whoever starts the server. */
export type Opening = { ok: true } | { ok: false; message: string }

/** What EM answered, in UTF-8, or why it did not. `emOffsetMs`: what EM's clock is ahead of this server's. */
export type EmAnswered = { emOffsetMs: number } & (
  | { ok: true; bytes: Uint8Array }
  | { ok: false; code: ProblemCode; message: string; retryAfterSeconds?: number }
)

/** What the collector's thread does for the main one. */
export interface CollectorCalls {
  open(): Promise<Opening>
  start(): void
  stop(): Promise<void>
}

/** What the main thread does for the collector's: only there are credentials and connections. */
export interface MainCalls {
  ask(path: string): Promise<EmAnswered>
  publish(status: CollectorStatus): void
  worked: WatchWork
  counted(rows: RowCounts): void
  log(level: 'debug' | 'info' | 'warn' | 'error', details: object, message: string): void
}
