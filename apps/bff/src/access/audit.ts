import {
  type AuditAnswer,
  type AuditEvent,
  type AuditKind,
  type AuditQuery,
  auditEventSchema,
  auditKept,
  type ProblemCode,
} from '@cdp-watch/contract'
import type { Logger } from 'pino'
import * as z from 'zod'
import type { AccessStore } from './access-store.ts'

/** What is to be written down. */
export interface AuditNote {
  kind: AuditKind
  name: string | null
  address: string
  reason?: ProblemCode
  detail?: string
}

const rowSchema = auditEventSchema
  .omit({ atUTC: true, lastUTC: true })
  .extend({ atMs: z.int(), lastMs: z.int() })

interface Repeated {
  id: number
  sinceMs: number
  lastMs: number
  times: number
}

/** The same refusal within so long is one event, so that a flood of them does not wash away what was before. */
const sameForMs = 60_000
const mostRepeated = 1000
const usualLimit = 100

const insertSql = `INSERT INTO audit (at_ms, last_ms, times, kind, name, address, reason, detail)
  VALUES (?, ?, 1, ?, ?, ?, ?, ?)`
const listSql = `SELECT id, at_ms AS atMs, last_ms AS lastMs, times, kind, name, address, reason, detail
  FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?`

/** What happened at the door: in the log, and the newest of it on disk. */
export class Audit {
  readonly #store: AccessStore
  readonly #log: Logger
  readonly #now: () => number
  #seen: (note: AuditNote) => void = () => undefined
  readonly #repeated = new Map<string, Repeated>()

  /** `now`: milliseconds since 1970. */
  constructor(store: AccessStore, log: Logger, now: () => number = Date.now) {
    this.#store = store
    this.#log = log
    this.#now = now
  }

  /** `seen` is told of every event from now on, also of those that are counted as one here. */
  onNote(seen: (note: AuditNote) => void): void {
    this.#seen = seen
  }

  /** Writes it down. What cannot be written to disk is in the log all the same. */
  note(note: AuditNote): void {
    const { kind, name, address, reason, detail = '' } = note
    this.#seen(note)
    const now = this.#now()
    const key = JSON.stringify([kind, name, address, reason])
    const known = this.#repeated.get(key)
    if (known && now - known.sinceMs < sameForMs) {
      known.times += 1
      known.lastMs = now
      return
    }
    this.#log.info({ audit: kind, name, address, reason, detail }, `audit: ${kind}`)
    if (known || this.#repeated.size >= mostRepeated) this.flush()
    const id = this.#insert([now, now, kind, name, address, reason ?? null, detail])
    // Only refusals cost whoever sends them nothing.
    if (id !== undefined && reason !== undefined)
      this.#repeated.set(key, { id, sinceMs: now, lastMs: now, times: 1 })
  }

  /** Brings to disk how often events have come again. */
  flush(): void {
    for (const { id, lastMs, times } of this.#repeated.values()) {
      if (times > 1)
        this.#store.write('UPDATE audit SET last_ms = ?, times = ? WHERE id = ?', lastMs, times, id)
    }
    const now = this.#now()
    for (const [key, { sinceMs }] of this.#repeated) {
      if (now - sinceMs >= sameForMs || this.#repeated.size >= mostRepeated)
        this.#repeated.delete(key)
    }
  }

  /** Whether an account has been let in by this name, in any case. Where that cannot be read, no. */
  knows(name: string): boolean {
    const sql = `SELECT 1 FROM audit WHERE kind = 'sign-in' AND name = ? COLLATE NOCASE LIMIT 1`
    try {
      return this.#store.database.prepare(sql).get(name) !== undefined
    } catch (error) {
      this.#log.error({ err: error }, 'the audit could not be read')
      return false
    }
  }

  /** Events, newest first. */
  list({ before = Number.MAX_SAFE_INTEGER, limit = usualLimit }: AuditQuery): AuditAnswer {
    this.flush()
    const rows = z
      .array(rowSchema)
      .parse(this.#store.database.prepare(listSql).all(before, limit + 1))
    const items = rows.slice(0, limit).map(
      ({ atMs, lastMs, ...row }): AuditEvent => ({
        ...row,
        atUTC: new Date(atMs).toISOString(),
        lastUTC: new Date(lastMs).toISOString(),
      }),
    )
    return { items, nextBefore: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  }

  #insert(values: (string | number | null)[]): number | undefined {
    try {
      const { database } = this.#store
      const id = Number(database.prepare(insertSql).run(...values).lastInsertRowid)
      database.prepare('DELETE FROM audit WHERE id <= ?').run(id - auditKept)
      return id
    } catch (error) {
      this.#log.error({ err: error }, 'an event for the audit could not be written to disk')
      return undefined
    }
  }
}
