import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { fold } from '../store/fold.ts'
import { TextRanks } from './text-ranks.ts'

/** Texts under the ids from 1; `add` gives the id of one more. */
function openTexts() {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY AUTOINCREMENT, folded TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO texts (folded) VALUES (?)')
  const texts: string[] = ['']
  return {
    database,
    add(text: string): number {
      texts.push(fold(text))
      return Number(insert.run(fold(text)).lastInsertRowid)
    },
    /** Ids in order of the ranks, those of one rank together. */
    order(ranks: Uint32Array): string[] {
      const byRank: string[] = []
      ranks.forEach((rank, id) => {
        if (rank > 0) byRank[rank - 1] = [byRank[rank - 1], texts[id]].filter(Boolean).join('=')
      })
      return byRank
    },
  }
}

const size = 2000

describe('ranks of texts', () => {
  it('go by what they are in any case, equal ones alike, with an empty one as none', () => {
    const { database, add, order } = openTexts()
    const ids = new Set(['b', 'A', '', 'B', '\u{10000}', '\uFF5E', 'a b'].map(add))
    const ranks = new TextRanks(database).ranks(ids, size)
    expect(order(ranks)).toEqual(['a', 'a b', 'b=b', '\uFF5E', '\u{10000}'])
  })

  it.each([1, 400, 900])(
    'are the same where %i texts came later as where all came at once',
    (later) => {
      const { database, add, order } = openTexts()
      const ids = new Set<number>()
      const ranks = new TextRanks(database)
      const addMore = (count: number) => {
        for (let number = 0; number < count; number += 1) ids.add(add(`T${(number * 7919) % 613}`))
      }
      addMore(700)
      ranks.ranks(ids, size)
      addMore(later)
      const grown = ranks.ranks(ids, size)
      expect(order(grown)).toEqual(order(new TextRanks(database).ranks(ids, size)))
      expect(order(grown)).toHaveLength(613)
    },
  )

  it('are worked out anew where a text is kept no more', () => {
    const { database, add, order } = openTexts()
    const ids = new Set(['c', 'a', 'b'].map(add))
    const ranks = new TextRanks(database)
    ranks.ranks(ids, size)
    for (const gone of ids) database.prepare('DELETE FROM texts WHERE id = ?').run(gone)
    const left = add('z')
    expect(order(ranks.ranks(new Set([left]), size))).toEqual(['z'])
  })
})
