import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type WallLink, wallLinkSchema } from '@cdp-watch/contract'
import * as z from 'zod'
import { openAccessDatabase } from './access-database.ts'

const secretBytes = 32
const keptRevokedMs = 30 * 24 * 3600_000

const columns = Object.keys(wallLinkSchema.shape).join(', ')
const knownSchema = z.object({ id: z.string(), revokedUTC: z.string().nullable() })

/** A link as it was just made: the only moment at which its secret is known. */
export interface MadeLink {
  readonly id: string
  readonly name: string
  /** 256 bits, base64url. */
  readonly secret: string
}

/** From where a link is used, and by what. */
export interface Screen {
  readonly address: string
  /** Its browser, as that names itself. */
  readonly version: string
}

/**
 * Wall links, in a file of the data folder that outlives the index. Of a secret there is but its hash:
 * it is as long as the hash, so that nobody can guess it and no salt is needed. Throws
 * AccessUnusable where the file cannot be used.
 */
export class WallLinkStore {
  readonly #dataDir: string
  #opened: DatabaseSync | undefined

  /** The file is opened, and made where it is missing, when it is first needed. */
  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  /**
   * Makes a link; undefined where one that is good has the name. `by`: who makes it, null where that is
   * not known; `now` in milliseconds since 1970.
   */
  make(name: string, by: string | null, now: number): MadeLink | undefined {
    const secret = randomBytes(secretBytes).toString('base64url')
    const id = randomUUID()
    const { changes } = this.#database
      .prepare(
        `INSERT INTO wall_link (id, hash, name, createdUTC, madeBy) SELECT ?, ?, ?, ?, ?
         WHERE NOT EXISTS (SELECT 1 FROM wall_link WHERE name = ? COLLATE NOCASE AND revokedUTC IS NULL)`,
      )
      .run(id, hashOf(secret), name, utc(now), by, name)
    return changes === 1 ? { id, name, secret } : undefined
  }

  /** The link of a secret; undefined where there is none. */
  find(secret: string): { id: string; isRevoked: boolean } | undefined {
    const row = this.#database
      .prepare('SELECT id, revokedUTC FROM wall_link WHERE hash = ?')
      .get(hashOf(secret))
    if (row === undefined) return undefined
    const { id, revokedUTC } = knownSchema.parse(row)
    return { id, isRevoked: revokedUTC !== null }
  }

  /** Whether a link is good: it is there, and nobody has revoked it. */
  isGood(id: string): boolean {
    const good = 'SELECT 1 FROM wall_link WHERE id = ? AND revokedUTC IS NULL'
    return this.#database.prepare(good).get(id) !== undefined
  }

  /** Notes that a screen uses a link. */
  see(id: string, { address, version }: Screen, now: number): void {
    this.#database
      .prepare('UPDATE wall_link SET lastSeenUTC = ?, address = ?, version = ? WHERE id = ?')
      .run(utc(now), address, version, id)
  }

  /** Notes of which version of CDP Watch the page is that a screen loads. */
  seePage(id: string, pageVersion: string): void {
    this.#database
      .prepare('UPDATE wall_link SET pageVersion = ? WHERE id = ? AND pageVersion IS NOT ?')
      .run(pageVersion, id, pageVersion)
  }

  /** Revokes a link; gives whether there was one to be revoked. */
  revoke(id: string, now: number): boolean {
    const { changes } = this.#database
      .prepare('UPDATE wall_link SET revokedUTC = ? WHERE id = ? AND revokedUTC IS NULL')
      .run(utc(now), id)
    return changes === 1
  }

  /** All links, newest first; those revoked for 30 days are forgotten. */
  list(now: number): WallLink[] {
    const database = this.#database
    database.prepare('DELETE FROM wall_link WHERE revokedUTC < ?').run(utc(now - keptRevokedMs))
    const rows = database.prepare(`SELECT ${columns} FROM wall_link ORDER BY createdUTC DESC, id`)
    return z.array(wallLinkSchema).parse(rows.all())
  }

  close(): void {
    this.#opened?.close()
    this.#opened = undefined
  }

  get #database(): DatabaseSync {
    this.#opened ??= openAccessDatabase(this.#dataDir)
    return this.#opened
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function utc(ms: number): string {
  return new Date(ms).toISOString()
}
