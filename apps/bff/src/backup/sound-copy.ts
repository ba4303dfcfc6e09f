import { DatabaseSync } from 'node:sqlite'
import { reasonOf } from '../reason-of.ts'
import { BackupFailure } from './backup-failure.ts'

/**
 * Makes a copied database one file that needs no other beside it, and reads all of it. Throws
 * BackupFailure where it is damaged, or no database at all.
 */
export function settleCopy(file: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    database.exec('PRAGMA journal_mode = DELETE')
    const found = database.prepare('PRAGMA quick_check').get()?.quick_check
    if (found !== 'ok') throw new Error(String(found))
  } catch (error) {
    throw new BackupFailure(`The copy ${file} is damaged (${reasonOf(error)}).`, { cause: error })
  } finally {
    database?.close()
  }
}
