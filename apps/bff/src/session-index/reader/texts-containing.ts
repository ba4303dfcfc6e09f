import type { DatabaseSync } from 'node:sqlite'
import { ArrayQuery, type ArrayRow } from '../columns/array-query.ts'
import { Bits } from '../columns/bits.ts'
import { hasShapeSign } from '../store/text-shape.ts'
import { SkeletonColumn } from './skeleton-column.ts'
import { shortestMatch, TrigramMatch } from './trigram-match.ts'
import { TrigramQuery } from './trigram-query.ts'

const greatest = '\u{10FFFF}'

/**
 * Finds the texts that contain a text by their shapes: a word that a hundred thousand of them have in
 * common is found in a few hundred skeletons, and what they differ in is short.
 */
export class TextsContaining {
  readonly #skeletons: TrigramQuery
  readonly #skeletonOf: SkeletonColumn
  readonly #rests: TrigramMatch
  readonly #trigrams: ArrayQuery
  readonly #all: ArrayQuery
  readonly #some: ArrayQuery

  constructor(database: DatabaseSync) {
    database.exec(
      `CREATE VIRTUAL TABLE temp.trigrams USING fts5vocab('main', 'rests_search', 'row')`,
    )
    this.#skeletonOf = new SkeletonColumn(database)
    this.#skeletons = new TrigramQuery(database, {
      indexed: 'SELECT rowid FROM skeletons_search WHERE skeletons_search MATCH ?',
      scanned: 'SELECT id FROM skeletons WHERE instr(skeleton, ?) > 0',
    })
    this.#rests = new TrigramMatch(
      database,
      'SELECT rowid FROM rests_search WHERE rests_search MATCH ? AND rowid > ?',
    )
    const query = (sql: string) => new ArrayQuery(database, sql)
    this.#trigrams = query('SELECT term FROM temp.trigrams WHERE term >= ? AND term < ?')
    this.#all = query('SELECT id FROM texts WHERE id > ? AND instr(folded, ?) > 0')
    this.#some = query(
      `SELECT id FROM texts
        WHERE id IN (SELECT value FROM json_each(?)) AND instr(folded, ?) > 0`,
    )
  }

  /** Adds the texts whose ids are greater than `after` and that contain what is wanted, which is folded. */
  add(wanted: string, texts: Bits, after: number): void {
    if (hasShapeSign(wanted)) addRows(texts, this.#all.all(after, wanted))
    else this.#addByShape(wanted, texts, after)
  }

  #addByShape(wanted: string, texts: Bits, after: number): void {
    this.#skeletonOf.follow(texts.size - 1)
    this.#skeletonOf.addTexts(texts, this.#skeletonsWith(wanted), after)
    const parts = wanted.split(/\s+/).filter((part) => part !== '')
    if (parts[0] === wanted) addRows(texts, this.#restsWith(wanted, after))
    else this.#addAcross(wanted, new Set(parts), texts, after)
  }

  /** Adds those where what is wanted reaches over words of the skeleton and words of the rest. */
  #addAcross(wanted: string, parts: ReadonlySet<string>, texts: Bits, after: number): void {
    const found = [...parts].map((part) => {
      const rests = new Bits(texts.size)
      const rows = this.#restsWith(part, after)
      addRows(rests, rows)
      return { rows, rests, skeletons: this.#skeletonsWith(part) }
    })
    const candidates = new Set<number>()
    for (const { rows } of found) {
      for (const row of rows) {
        const id = Number(row[0])
        const skeleton = this.#skeletonOf.at(id)
        const hasAll = found.every((part) => part.rests.has(id) || part.skeletons.has(skeleton))
        if (hasAll && !texts.has(id)) candidates.add(id)
      }
    }
    if (candidates.size > 0) addRows(texts, this.#some.all(JSON.stringify([...candidates]), wanted))
  }

  #skeletonsWith(wanted: string): ReadonlySet<number> {
    return new Set(this.#skeletons.rows(wanted).map((row) => Number(row[0])))
  }

  #restsWith(wanted: string, after: number): ArrayRow[] {
    if ([...wanted].length >= shortestMatch) return this.#rests.rows([wanted], after)
    const begun = this.#trigrams.all(wanted, `${wanted}${greatest}`).map((row) => String(row[0]))
    return this.#rests.rows(begun, after)
  }
}

function addRows(texts: Bits, rows: readonly ArrayRow[]): void {
  for (const row of rows) texts.add(Number(row[0]))
}
