import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Logger } from 'pino'
import * as z from 'zod'
import { openAccessDatabase } from './access-database.ts'

const loginRowSchema = z.object({
  hash: z.string(),
  name: z.string(),
  beganMs: z.int(),
  seenMs: z.int(),
})
export type LoginRow = z.infer<typeof loginRowSchema>

const triesRowSchema = z.object({ key: z.string(), failures: z.int(), lastMs: z.int() })
export type TriesRow = z.infer<typeof triesRowSchema>

/**
 * Sign-ins and refused tries on disk, so that they outlive a restart. What counts while the server runs is
 * in memory: where the disk is full, people are still let in and kept out, and the log says what was lost.
 */
export class AccessStore {
  readonly #dataDir: string
  readonly #log: Logger
  #opened: DatabaseSync | undefined

  constructor(dataDir: string, log: Logger) {
    this.#dataDir = dataDir
    this.#log = log
  }

  /** The open database. Throws AccessUnusable. */
  get database(): DatabaseSync {
    this.#opened ??= openAccessDatabase(this.#dataDir)
    return this.#opened
  }

  close(): void {
    this.#opened?.close()
    this.#opened = undefined
  }

  /** Writes what is in memory already; where that fails, it is not on disk, which the log says. */
  write(sql: string, ...values: SQLInputValue[]): void {
    try {
      this.database.prepare(sql).run(...values)
    } catch (error) {
      this.#log.error({ err: error }, 'what was done at the sign-in could not be written to disk')
    }
  }

  logins(): LoginRow[] {
    const sql = 'SELECT hash, name, began_ms AS beganMs, seen_ms AS seenMs FROM login'
    return z.array(loginRowSchema).parse(this.database.prepare(sql).all())
  }

  saveLogin({ hash, name, beganMs, seenMs }: LoginRow): void {
    const sql =
      'INSERT INTO login VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seen_ms = excluded.seen_ms'
    this.write(sql, hash, name, beganMs, seenMs)
  }

  removeLogin(hash: string): void {
    this.write('DELETE FROM login WHERE hash = ?', hash)
  }

  tries(): TriesRow[] {
    const sql = 'SELECT key, failures, last_ms AS lastMs FROM refused_tries ORDER BY last_ms'
    return z.array(triesRowSchema).parse(this.database.prepare(sql).all())
  }

  saveTries({ key, failures, lastMs }: TriesRow): void {
    this.write('INSERT OR REPLACE INTO refused_tries VALUES (?, ?, ?)', key, failures, lastMs)
  }

  removeTries(key: string): void {
    this.write('DELETE FROM refused_tries WHERE key = ?', key)
  }
}
