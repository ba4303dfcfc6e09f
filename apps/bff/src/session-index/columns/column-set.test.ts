import { describe, expect, it } from 'vitest'
import { type ColumnRow, ColumnSet } from './column-set.ts'

const row = (seq: number, created: number, changes: Partial<ColumnRow> = {}): ColumnRow => ({
  seq,
  created,
  ended: Number.NaN,
  health: 0,
  state: 1,
  result: 1,
  policy: 1,
  server: 1,
  isActive: 1,
  isGone: 0,
  isRetry: 0,
  message: 0,
  failureSet: 0,
  failureSource: 0,
  failureCount: 0,
  vmSet: 0,
  vmsTotal: -1,
  vmsFailed: 0,
  vmsWarning: 0,
  version: 1,
  ...changes,
})

function filled(rows: readonly ColumnRow[], prunedBefore = 0): ColumnSet {
  const columns = new ColumnSet()
  for (const one of rows) columns.put(one)
  columns.settle(prunedBefore)
  return columns
}

const seqsByStart = ({ byStart, seq }: ColumnSet) =>
  Array.from(byStart, (position) => seq[position])

describe('columns', () => {
  it('take a session in anew where it is known', () => {
    const columns = filled([row(2, 20), row(4, 10), row(6, 30)])
    columns.put(row(4, 10, { health: 3, state: 9 }))
    columns.settle(0)
    const position = columns.positionOf(4)
    expect([columns.health[position], columns.state[position], columns.count]).toEqual([3, 9, 3])
    expect(seqsByStart(columns)).toEqual([4, 2, 6])
    expect(columns.combinations.state[columns.combination[position] ?? -1]).toBe(9)
  })

  it('put a session whose start has changed elsewhere', () => {
    const columns = filled([row(2, 20), row(4, 10), row(6, 30)])
    columns.put(row(4, 25))
    columns.put(row(8, 5))
    columns.settle(0)
    expect(seqsByStart(columns)).toEqual([8, 2, 4, 6])
  })

  it('find positions by number', () => {
    const columns = filled([row(2, 20), row(4, 10)])
    expect([1, 2, 3, 4, 5].map((seq) => columns.positionOf(seq))).toEqual([-1, 0, -1, 1, -1])
    expect([1, 2, 3, 4, 5].map((seq) => columns.firstAfter(seq))).toEqual([0, 1, 1, 2, 2])
  })

  it('leave out what was pruned, and are outdated when that is much', () => {
    const columns = filled([row(2, 20), row(4, 10), row(6, 30), row(8, 40)])
    columns.settle(20)
    expect(seqsByStart(columns)).toEqual([2, 6, 8])
    expect([columns.counts(0), columns.counts(1), columns.counts(-1)]).toEqual([true, false, false])
    expect(columns.isOutdated()).toBe(false)
    columns.settle(21)
    expect(columns.isOutdated()).toBe(true)
  })

  it('are outdated when a session is missing among older ones, unless it was pruned', () => {
    const columns = filled([row(2, 20), row(6, 30)], 15)
    columns.put(row(4, 14))
    columns.settle(15)
    expect(columns.isOutdated()).toBe(false)
    columns.put(row(4, 16))
    columns.settle(15)
    expect(columns.isOutdated()).toBe(true)
    expect(seqsByStart(columns)).toEqual([2, 6])
  })
})
