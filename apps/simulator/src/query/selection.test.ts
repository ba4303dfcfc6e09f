import { describe, expect, it } from 'vitest'
import { hash } from '../estate/random.ts'
import { numbersInOrder, Selection, strided } from './selection.ts'

const keys = Array.from({ length: 50_000 }, (_, index) => hash(index, 5) % 20_000)

function page(first: number, size: number): number[] {
  const selection = new Selection<number>(first + size, numbersInOrder)
  for (const [handle, key] of keys.entries()) selection.offer(key, handle)
  expect(selection.total).toBe(keys.length)
  return selection.page(first)
}

describe('a selection', () => {
  const sorted = keys.toSorted((a, b) => a - b)

  it.each([
    [0, 10],
    [100, 500],
    [24_990, 20],
    [49_995, 100],
    [60_000, 10],
  ])('has the rows from %i on (%i of them) of the whole in order', (first, size) => {
    expect(page(first, size).map((handle) => keys[handle])).toEqual(
      sorted.slice(first, first + size),
    )
  })

  it('gives each of the rows with equal keys once, page after page', () => {
    const whole = page(0, 2_000)
    const parts = [0, 400, 800, 1_200, 1_600].flatMap((first) => page(first, 400))
    expect(parts).toEqual(whole)
    expect(new Set(whole).size).toBe(2_000)
  })

  it('has no value before any value', () => {
    const selection = new Selection<number>(3, numbersInOrder)
    for (const [handle, key] of [3, Number.NaN, -5].entries()) selection.offer(key, handle)
    expect(selection.page(0)).toEqual([1, 2, 0])
  })
})

describe('rows that nobody sorts', () => {
  it.each([0, 1, 2, 7, 100, 999])('come each once, of %i', (total) => {
    const handles = Array.from({ length: total }, (_, index) => index)
    const all = [0, 1, 2].flatMap((part) => strided(handles, part * 400, 400))
    expect(all.toSorted((a, b) => a - b)).toEqual(handles)
  })

  it('come in no useful order', () => {
    const handles = Array.from({ length: 100 }, (_, index) => index)
    const some = strided(handles, 0, 10)
    expect(some).not.toEqual(some.toSorted((a, b) => a - b))
  })
})
