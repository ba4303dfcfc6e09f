import { describe, expect, it } from 'vitest'
import { windowAround } from './neighbours.ts'

describe('which sessions are told of', () => {
  const cases: readonly [string, number, number, { start: number; end: number }][] = [
    ['all of a few', 2, 5, { start: 0, end: 5 }],
    ['the newest for the newest', 99, 100, { start: 70, end: 100 }],
    ['the newest for the oldest of them', 70, 100, { start: 70, end: 100 }],
    ['some newer ones for one before them', 69, 100, { start: 50, end: 80 }],
    ['what there is before it', 5, 100, { start: 0, end: 16 }],
  ]
  it.each(cases)('%s', (_, index, count, expected) => {
    const { start, end } = windowAround(index, count)
    expect({ start, end }).toEqual(expected)
  })
})
