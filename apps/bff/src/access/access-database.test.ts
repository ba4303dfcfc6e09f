import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { AccessUnusable, openAccessDatabase } from './access-database.ts'

const name = 'cdp-watch-access.sqlite'

describe('openAccessDatabase', () => {
  it.each<[string, (file: string) => void, RegExp]>([
    [
      'a file of something else',
      (file) => writeFileSync(file, 'hello, this is no database at all'.repeat(50)),
      /not a database.*move it away/,
    ],
    [
      'one of a newer version',
      (file) => new DatabaseSync(file).exec('PRAGMA user_version = 99'),
      /made by a newer version/,
    ],
  ])('refuses %s, says what to do, and leaves it as it was', (_name, prepare, words) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-access-'))
    const file = path.join(folder, name)
    prepare(file)
    const before = readFileSync(file)
    try {
      expect(() => openAccessDatabase(folder)).toThrow(AccessUnusable)
      expect(() => openAccessDatabase(folder)).toThrow(words)
      expect(() => openAccessDatabase(folder)).toThrow(file)
      expect(readFileSync(file).equals(before)).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('brings a file of an earlier version up to date, and keeps what is in it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-access-'))
    openAccessDatabase(folder).close()
    const earlier = new DatabaseSync(path.join(folder, name))
    earlier.exec(`ALTER TABLE wall_link DROP COLUMN madeBy;
      ALTER TABLE wall_link DROP COLUMN pageVersion;
      PRAGMA user_version = 2;
      INSERT INTO wall_link (id, hash, name, createdUTC) VALUES ('a', 'b', 'NOC', '2026-01-01T00:00:00Z')`)
    earlier.close()
    const database = openAccessDatabase(folder)
    const kept = database.prepare('SELECT name, madeBy, pageVersion FROM wall_link').get()
    expect({ ...kept }).toEqual({ name: 'NOC', madeBy: null, pageVersion: null })
    database.close()
    rmSync(folder, { recursive: true })
  })

  it('says so where there can be no folder', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-access-'))
    writeFileSync(path.join(folder, 'taken'), '')
    expect(() => openAccessDatabase(path.join(folder, 'taken'))).toThrow(/cannot be used/)
    rmSync(folder, { recursive: true })
  })
})
