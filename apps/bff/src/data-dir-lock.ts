import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf } from './reason-of.ts'
import { sqliteBusy, sqliteCodeOf } from './sqlite-code.ts'

const fileName = 'cdp-watch.lock'
/** One that is just ending, as at a restart, is waited for. */
const patienceMs = 5000

/** A data folder cannot be taken. Its message is for the person who runs the dashboard: which folder, why, and what to do. */
export class DataDirRefused extends Error {}

/** Another CDP Watch runs on this data folder. */
export class DataDirTaken extends DataDirRefused {}

/**
 * A data folder's lock: whoever writes the index holds it, for only one may. It is a lock of the operating
 * system on an empty file, taken by SQLite, so that it ends with the process however that ends, and
 * a file that was left behind means nothing. What adds to sign-ins and wall links alone needs none.
 */
export class DataDirLock {
  readonly #database: DatabaseSync

  private constructor(database: DatabaseSync) {
    this.#database = database
  }

  /**
   * Takes a data folder, making it where it is missing; waits up to five seconds for who holds it. Throws
   * DataDirTaken where that does not end, DataDirRefused where the folder cannot be made or written.
   */
  static acquire(dataDir: string): DataDirLock {
    const folder = path.resolve(dataDir)
    let database: DatabaseSync | undefined
    try {
      mkdirSync(folder, { recursive: true })
      database = new DatabaseSync(path.join(folder, fileName), { timeout: patienceMs })
      // Without a journal nothing is written, so that a full disk does not look like a taken folder.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
      return new DataDirLock(database)
    } catch (error) {
      database?.close()
      throw refusal(folder, error)
    }
  }

  /** Gives the folder back, for what is opened after it in the same process. */
  release(): void {
    this.#database.close()
  }
}

function refusal(folder: string, error: unknown): DataDirRefused {
  const isBusy = sqliteCodeOf(error) === sqliteBusy
  if (isBusy) {
    return new DataDirTaken(
      `The data folder ${folder} is in use by another CDP Watch that is running. ` +
        'Stop that one, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
  return new DataDirRefused(
    `The data folder ${folder} cannot be made or written (${reasonOf(error)}). ` +
      'Give the account that runs CDP Watch the right to write it, or set DATA_DIR to another folder.',
    { cause: error },
  )
}
