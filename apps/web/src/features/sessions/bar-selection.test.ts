import { describe, expect, it } from 'vitest'
import { selectedBars, selectionByKey } from './bar-selection.ts'

describe('selectionByKey', () => {
  it.each([
    ['begins at the end', undefined, 'ArrowLeft', false, [8, 8]],
    ['moves', { anchor: 4, head: 4 }, 'ArrowRight', false, [5, 5]],
    ['grows with Shift', { anchor: 4, head: 4 }, 'ArrowRight', true, [4, 5]],
    ['grows the other way', { anchor: 4, head: 5 }, 'Home', true, [0, 4]],
    ['ends at the last', { anchor: 8, head: 8 }, 'PageDown', false, [9, 9]],
    ['ends at the first', { anchor: 3, head: 3 }, 'PageUp', false, [0, 0]],
    ['lets go without Shift', { anchor: 2, head: 6 }, 'End', false, [9, 9]],
  ])('%s', (_name, selection, key, shift, expected) => {
    const next = selectionByKey(selection, key, shift, 10)
    const bars = next && selectedBars(next)
    expect([bars?.first, bars?.last]).toEqual(expected)
  })

  it('leaves other keys alone', () =>
    expect(selectionByKey({ anchor: 1, head: 1 }, 'x', false, 10)).toBeUndefined())
})
