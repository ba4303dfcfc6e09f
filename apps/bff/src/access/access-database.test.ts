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

  it('says so where there can be no folder', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-access-'))
    writeFileSync(path.join(folder, 'taken'), '')
    expect(() => openAccessDatabase(path.join(folder, 'taken'))).toThrow(/cannot be used/)
    rmSync(folder, { recursive: true })
  })
})
