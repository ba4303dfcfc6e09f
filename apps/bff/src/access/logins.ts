import { createHash, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { LoginRow } from './access-store.ts'

export interface Login {
  readonly name: string
  /** When it ends however much it is used, milliseconds since 1970. */
  readonly endsMs: number
}

interface LoginsOptions {
  endsAfterMs: number
  idleMs: number
  /** Milliseconds since 1970. */
  now?: () => number
  store: {
    saveLogin(row: LoginRow): void
    removeLogin(hash: string): void
  }
  /** Told of each that has run out. */
  onEnded: (login: Login) => void
}

/** How much later than it happened a request may be on disk. */
const saveEveryMs = 60_000
/** A clock that was set back by more than this would let sign-ins last longer. */
const clockSlackMs = 5 * 60_000

/**
 * Who is signed in. Ids are random and known to browsers only: here and on disk are their hashes. A login
 * that has ended takes its answers under way with it.
 */
export class Logins {
  readonly #options: LoginsOptions
  readonly #now: () => number
  readonly #rows = new Map<string, { row: LoginRow; savedMs: number }>()
  readonly #answers = new Map<string, Set<ServerResponse>>()

  constructor(options: LoginsOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  /** Takes over those of before a restart. */
  load(rows: readonly LoginRow[]): void {
    for (const row of rows) this.#rows.set(row.hash, { row, savedMs: row.seenMs })
    this.endOverdue()
  }

  /** A new login; its id is to be given to the browser, and to nobody else. */
  begin(name: string): { id: string; login: Login } {
    const id = randomBytes(32).toString('base64url')
    const now = this.#now()
    const row = { hash: hashOf(id), name, beganMs: now, seenMs: now }
    this.#rows.set(row.hash, { row, savedMs: now })
    this.#options.store.saveLogin(row)
    return { id, login: this.#loginOf(row) }
  }

  /** The login with this id, which is used now; undefined where there is none, or none any more. */
  use(id: string): Login | undefined {
    const entry = this.#rows.get(hashOf(id))
    if (!entry) return undefined
    const now = this.#now()
    if (this.#isOver(entry.row, now)) {
      this.#endOverdue(entry.row)
      return undefined
    }
    entry.row = { ...entry.row, seenMs: now }
    if (now - entry.savedMs >= saveEveryMs) {
      entry.savedMs = now
      this.#options.store.saveLogin(entry.row)
    }
    return this.#loginOf(entry.row)
  }

  /** Cuts this answer off when the login with this id ends. */
  hold(id: string, answer: ServerResponse): void {
    const hash = hashOf(id)
    const answers = this.#answers.get(hash) ?? new Set()
    this.#answers.set(hash, answers.add(answer))
    answer.once('close', () => {
      answers.delete(answer)
      if (answers.size === 0) this.#answers.delete(hash)
    })
  }

  /** Ends a login. Undefined where there is none with this id. `except` is the answer that tells of it. */
  end(id: string, except?: ServerResponse): Login | undefined {
    const entry = this.#rows.get(hashOf(id))
    if (!entry) return undefined
    this.#remove(entry.row.hash, except)
    return this.#loginOf(entry.row)
  }

  /** Ends those that have run out, also where nobody asks. To be called every few seconds. */
  endOverdue(): void {
    const now = this.#now()
    for (const { row } of this.#rows.values()) if (this.#isOver(row, now)) this.#endOverdue(row)
  }

  #endOverdue(row: LoginRow): void {
    this.#remove(row.hash)
    this.#options.onEnded(this.#loginOf(row))
  }

  #isOver({ beganMs, seenMs }: LoginRow, now: number): boolean {
    const { endsAfterMs, idleMs } = this.#options
    return now - beganMs >= endsAfterMs || now - seenMs >= idleMs || seenMs - now > clockSlackMs
  }

  #remove(hash: string, except?: ServerResponse): void {
    this.#rows.delete(hash)
    this.#options.store.removeLogin(hash)
    for (const answer of this.#answers.get(hash) ?? []) if (answer !== except) endAnswer(answer)
  }

  #loginOf({ name, beganMs }: LoginRow): Login {
    return { name, endsMs: beganMs + this.#options.endsAfterMs }
  }
}

/** Ids are as random as a hash, so nothing slower is needed to keep them from being found. */
function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

/** A stream of events may end at any time; whatever else is under way must not pass for whole. */
function endAnswer(answer: ServerResponse): void {
  if (String(answer.getHeader('content-type')).startsWith('text/event-stream')) answer.end()
  else answer.destroy()
}
