import { describe, expect, it } from 'vitest'
import { moveInGrid } from './grid-move.ts'

const size = { rows: 50, columns: 6, page: 20, isShown: (column: number) => column !== 2 }

describe('moveInGrid', () => {
  it.each<[string, boolean, number, number, number, number]>([
    ['ArrowDown', false, 3, 1, 4, 1],
    ['ArrowDown', false, 49, 1, 49, 1],
    ['ArrowUp', false, 0, 1, 0, 1],
    ['PageDown', false, 3, 1, 23, 1],
    ['PageDown', false, 40, 1, 49, 1],
    ['PageUp', false, 3, 1, 0, 1],
    ['ArrowRight', false, 3, 1, 3, 3],
    ['ArrowRight', false, 3, 5, 3, 5],
    ['ArrowLeft', false, 3, 3, 3, 1],
    ['ArrowLeft', false, 3, 0, 3, 0],
    ['Home', false, 3, 4, 3, 0],
    ['End', false, 3, 0, 3, 5],
    ['Home', true, 3, 4, 0, 0],
    ['End', true, 3, 0, 49, 5],
  ])('%s, ctrl %s, from %i %i', (key, ctrlKey, row, column, toRow, toColumn) =>
    expect(moveInGrid({ row, column }, { key, ctrlKey }, size)).toEqual({
      row: toRow,
      column: toColumn,
    }),
  )

  it('leaves other keys alone', () =>
    expect(moveInGrid({ row: 0, column: 0 }, { key: 'x', ctrlKey: false }, size)).toBeUndefined())
})
