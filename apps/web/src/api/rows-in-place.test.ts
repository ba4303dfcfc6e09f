import { describe, expect, it } from 'vitest'
import { rowsInPlace, uidOf } from './rows-in-place.ts'

const row = (uid: string, health = 'ok') => ({ uid, health })

describe('rowsInPlace', () => {
  it.each([
    ['takes the first as they come', undefined, [row('a'), row('b')], ['a ok', 'b ok'], false],
    [
      'changes a row where it stands',
      [row('a'), row('b')],
      [row('a'), row('b', 'failed')],
      ['a ok', 'b failed'],
      false,
    ],
    [
      'keeps the order when rows have moved',
      [row('a'), row('b')],
      [row('b', 'failed'), row('a')],
      ['a ok', 'b failed'],
      true,
    ],
    ['keeps a row that has gone', [row('a'), row('b')], [row('b')], ['a ok', 'b ok'], true],
    ['leaves out one that has come', [row('a')], [row('a'), row('b')], ['a ok'], true],
    ['takes what comes after nothing', [], [row('a'), row('b')], ['a ok', 'b ok'], false],
    ['knows another row in a place', [row('a')], [row('b')], ['a ok'], true],
    ['has nothing to move in nothing', [], [], [], false],
  ])('%s', (_name, shown, fresh, rows, isMoved) => {
    const result = rowsInPlace(shown, fresh, uidOf)
    expect(result.rows.map((each) => `${each.uid} ${each.health}`)).toEqual(rows)
    expect(result.isMoved).toBe(isMoved)
  })
})
