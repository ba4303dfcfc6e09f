import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { dataFile, dataFiles } from '../data-files.ts'
import { reasonOf } from '../reason-of.ts'
import { BackupFailure } from './backup-failure.ts'
import { settleCopy } from './sound-copy.ts'

const busyTimeoutMs = 30_000
/** Pages copied at a time; nobody waits for them, as readers and the writer of a database go on meanwhile. */
const pagesAtATime = 4096

/**
 * Copies the databases of a data folder, as they are at this moment, into the folder `to`, while CDP
 * Watch runs or not. What was there before is replaced only once the new copy has been read through.
 * Resolves with the files it made; rejects with BackupFailure.
 */
export async function backUp(dataDir: string, to: string): Promise<readonly string[]> {
  if (!existsSync(dataFile(dataDir, 'index'))) {
    throw new BackupFailure(
      `There is no index in ${path.resolve(dataDir)}. Set DATA_DIR to the folder that CDP Watch uses.`,
    )
  }
  if (path.resolve(dataDir) === path.resolve(to)) {
    throw new BackupFailure('The backup would take the place of the data. Name another folder.')
  }
  mkdirSync(to, { recursive: true, mode: 0o700 })
  // Sign-ins, links and audit are not there before somebody signs in or is refused.
  const present = dataFiles.filter((file) => existsSync(dataFile(dataDir, file)))
  const made: string[] = []
  for (const file of present) {
    const copy = dataFile(to, file)
    await copyDatabase(dataFile(dataDir, file), copy)
    made.push(copy)
  }
  return made
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`
  let source: DatabaseSync | undefined
  try {
    rmSync(unfinished, { force: true })
    // For this account alone: sign-ins and what fails are in it.
    closeSync(openSync(unfinished, 'wx', 0o600))
    source = new DatabaseSync(from, { readOnly: true, timeout: busyTimeoutMs })
    // Pins what is copied: else every commit of the collector would make the copy begin anew.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await backup(source, unfinished, { rate: pagesAtATime })
    settleCopy(unfinished)
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof BackupFailure) throw error
    throw new BackupFailure(`${from} could not be copied to ${to} (${reasonOf(error)}).`, {
      cause: error,
    })
  } finally {
    source?.close()
  }
}
