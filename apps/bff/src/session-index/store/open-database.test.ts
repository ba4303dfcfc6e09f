import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { IndexUnusable } from './index-unusable.ts'
import { migrations } from './migrations.ts'
import { openDatabase } from './open-database.ts'

async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cdp-watch-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, file: join(folder, 'cdp-watch.sqlite') }
}

/** A folder with an index in it, of a size of many pages. */
async function makeIndex() {
  const place = await makeFolder()
  const database = openDatabase(place.folder, 'write')
  database.exec(`
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
    INSERT INTO words (word) SELECT 'word number ' || n FROM numbers`)
  database.close()
  return place
}

function pragmaOf(database: DatabaseSync, pragma: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]
}

describe('an index', () => {
  it('is made with its folder, and opened again with what was in it', async () => {
    const { folder } = await makeFolder()
    const deep = join(folder, 'some', 'where')
    const made = openDatabase(deep, 'write')
    expect(pragmaOf(made, 'user_version')).toBe(migrations.length)
    made.exec("INSERT INTO words (word) VALUES ('Stopped')")
    made.close()
    const again = openDatabase(deep, 'write')
    onTestFinished(() => again.close())
    expect(again.prepare('SELECT word FROM words').all()).toEqual([{ word: 'Stopped' }])
  })

  it('is written ahead, with references that hold, and patience with another connection', async () => {
    const { folder } = await makeIndex()
    const database = openDatabase(folder, 'write')
    onTestFinished(() => database.close())
    expect(pragmaOf(database, 'journal_mode')).toBe('wal')
    expect(pragmaOf(database, 'synchronous')).toBe(1)
    expect(pragmaOf(database, 'foreign_keys')).toBe(1)
    expect(pragmaOf(database, 'busy_timeout')).toBeGreaterThan(0)
  })

  it('is read beside its writer, and not written by the reader', async () => {
    const { folder } = await makeIndex()
    const writer = openDatabase(folder, 'write')
    onTestFinished(() => writer.close())
    const reader = openDatabase(folder, 'read')
    onTestFinished(() => reader.close())
    writer.exec("INSERT INTO facts VALUES ('data_version', 7)")
    expect(reader.prepare('SELECT value FROM facts').all()).toEqual([{ value: 7 }])
    expect(() => reader.exec('DELETE FROM facts')).toThrow('readonly')
  })

  it('whose making was cut short, so that the file is empty, is made', async () => {
    const { folder, file } = await makeFolder()
    writeFileSync(file, '')
    const database = openDatabase(folder, 'write')
    onTestFinished(() => database.close())
    expect(pragmaOf(database, 'user_version')).toBe(migrations.length)
  })
})

/** Each spoils an index. */
const spoilers: [string, (file: string) => void, string][] = [
  [
    'of a newer version',
    (file) => alter(file, `PRAGMA user_version = ${migrations.length + 1}`),
    'was made by a newer version of CDP Watch',
  ],
  [
    'that is the database of another program',
    (file) => alter(file, 'PRAGMA application_id = 0'),
    'is the database of another program',
  ],
  [
    'that is no database',
    (file) => writeFileSync(file, 'Dear diary, '.repeat(1000)),
    'is no SQLite database',
  ],
  ['that holds a few bytes', (file) => writeFileSync(file, 'SQLite'), 'is no SQLite database'],
  [
    'that was cut off',
    (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)),
    'is damaged',
  ],
  [
    'of which the first page is garbage behind its header',
    (file) => writeFileSync(file, readFileSync(file).fill(0x55, 100, 4096)),
    'is damaged',
  ],
]

function alter(file: string, text: string): void {
  const database = new DatabaseSync(file)
  database.exec(text)
  database.close()
}

function refusal(folder: string, access: 'write' | 'read'): IndexUnusable {
  try {
    openDatabase(folder, access).close()
  } catch (error) {
    if (error instanceof IndexUnusable) return error
    throw error
  }
  throw new Error('it was opened')
}

describe('a file', () => {
  it.each(spoilers)('%s is refused in words and left as it was', async (_, spoil, words) => {
    const { folder, file } = await makeIndex()
    spoil(file)
    const before = readFileSync(file)
    for (const access of ['write', 'read'] as const) {
      const { message } = refusal(folder, access)
      expect(message).toContain(file)
      expect(message).toContain(words)
      expect(message).toMatch(/DATA_DIR|backup/)
      expect(readFileSync(file).equals(before)).toBe(true)
    }
  })

  it('that is not there, or older, is not for a reader', async () => {
    const { folder, file } = await makeFolder()
    expect(refusal(folder, 'read').message).toContain('is not there')
    openDatabase(folder, 'write').close()
    alter(file, 'PRAGMA user_version = 0')
    expect(refusal(folder, 'read').message).toContain('older version')
  })

  it('that is a folder is refused', async () => {
    const { folder, file } = await makeFolder()
    mkdirSync(file)
    expect(refusal(folder, 'write').message).toContain(file)
  })
})

describe('a data folder', () => {
  it('below a file is refused in words', async () => {
    const { file } = await makeFolder()
    writeFileSync(file, '')
    const { message } = refusal(join(file, 'data'), 'write')
    expect(message).toContain(join(file, 'data'))
    expect(message).toContain('set DATA_DIR')
  })

  // An administrator may write everywhere.
  it.skipIf(process.getuid?.() === 0)('that cannot be written is refused in words', async () => {
    const { folder } = await makeFolder()
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    expect(refusal(folder, 'write').message).toContain('set DATA_DIR')
  })
})
