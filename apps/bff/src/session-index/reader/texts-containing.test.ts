import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Bits } from '../columns/bits.ts'
import { fold } from '../store/fold.ts'
import { Interning } from '../store/interning.ts'
import { migrations } from '../store/migrations.ts'
import { createDialect } from '../store/node-sqlite-dialect.ts'
import { openDatabase } from '../store/open-database.ts'
import { TextsContaining } from './texts-containing.ts'

let folder = ''
let database: DatabaseSync
let interning: Interning

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-texts-'))
  database = openDatabase(folder, 'write')
  interning = new Interning(database, new Kysely({ dialect: createDialect(database) }))
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const word = fc.constantFrom(
  ...[
    'Processing',
    'mail',
    'SQL-01',
    'Error:',
    'host',
    'ho',
    't',
    'esx-01.lab',
    '10.0.0.7:902',
    '7',
  ],
  ...[
    'Ünïcode',
    '"quoted"',
    "it's",
    'a\u0001b',
    'x\u0003y',
    '\u0003',
    '日本語',
    '😀1',
    'C:\\vm\\7',
    '%',
    '*',
  ],
)
const gapBetween = fc.constantFrom(' ', ' ', ' ', '  ', '\n', ', ', '')
const text = fc
  .array(fc.tuple(word, gapBetween), { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.flat().join(''))
/** A piece of a text, from anywhere to anywhere in it, or something else. */
const search = fc.tuple(text, fc.nat(30), fc.integer({ min: 1, max: 25 }))

describe('the texts that contain a text', () => {
  it('are those that contain it to the letter, in any case, also when more come', () => {
    const containing = new TextsContaining(database)
    const texts: string[] = []
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 8 }),
        fc.array(search, { maxLength: 6 }),
        (added, searches) => {
          const before = Math.max(0, ...texts.map((each) => interning.text(each)))
          texts.push(...added)
          const size = Math.max(0, ...texts.map((each) => interning.text(each))) + 1
          for (const [from, start, length] of [
            ...searches,
            ...added.map((each) => [each, 3, 9] as const),
          ]) {
            const characters = [...from]
            const begin = start % characters.length
            const wanted = fold(characters.slice(begin, begin + length).join(''))
            const expected = [...new Set(texts)].filter((each) => fold(each).includes(wanted))
            const found = new Bits(size)
            containing.add(wanted, found, 0)
            expect(idsIn(found)).toEqual(ids(expected))
            const later = new Bits(size)
            containing.add(wanted, later, before)
            expect(idsIn(later)).toEqual(ids(expected).filter((id) => id > before))
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(texts.length).toBeGreaterThan(100)
  })
})

describe('an index of before texts had shapes', () => {
  it('is searched as one of today', () => {
    const texts = [
      'Processing mail Error: host esx-01 is down',
      'SQL-01',
      'disk full',
      'Disk Full',
      '',
    ]
    const older = mkdtempSync(path.join(tmpdir(), 'cdp-watch-texts-'))
    onTestFinished(() => rmSync(older, { recursive: true, force: true }))
    const made = new DatabaseSync(path.join(older, 'cdp-watch.sqlite'))
    for (const step of migrations.slice(0, 2)) made.exec(step)
    made.exec(`PRAGMA application_id = ${0x43445057}; PRAGMA user_version = 2`)
    const add = made.prepare('INSERT INTO texts (text, folded) VALUES (?, ?)')
    const search = made.prepare('INSERT INTO texts_search (rowid, folded) VALUES (?, ?)')
    for (const each of texts) {
      const { lastInsertRowid } = add.run(each, fold(each))
      search.run(lastInsertRowid, `${fold(each)}\u0003`)
    }
    made.close()

    const migrated = openDatabase(older, 'write')
    onTestFinished(() => migrated.close())
    const containing = new TextsContaining(migrated)
    const found = (wanted: string) => {
      const bits = new Bits(texts.length + 1)
      containing.add(wanted, bits, 0)
      return idsIn(bits)
    }
    expect(found('mail')).toEqual([1])
    expect(found('host esx-0')).toEqual([1])
    expect(found('l-01')).toEqual([2])
    expect(found('k full')).toEqual([3, 4])
    expect(found('absent')).toEqual([])
    expect(migrated.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  })
})

function ids(texts: readonly string[]): number[] {
  return texts.map((each) => interning.text(each)).sort((a, b) => a - b)
}

function idsIn(bits: Bits): number[] {
  return Array.from({ length: bits.size }, (_, id) => id).filter((id) => bits.has(id))
}
