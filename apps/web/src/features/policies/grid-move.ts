/** A place in the grid: row from 0, column from 0. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that PageUp and PageDown go. */
  readonly page: number
  /** Columns that give way where it is narrow are passed over. */
  readonly isShown: (column: number) => boolean
}

/** Where a key leads from a place, within the grid; undefined where the key is none of the grid's. */
export function moveInGrid(
  from: GridPlace,
  pressed: GridKey,
  size: GridSize,
): GridPlace | undefined {
  const last = size.columns - 1
  const row = (by: number) => ({ ...from, row: clamp(from.row + by, size.rows - 1) })
  const column = (first: number, by: 1 | -1, rowTo = from.row) => ({
    row: rowTo,
    column: shownFrom(first, by, size) ?? from.column,
  })
  switch (pressed.key) {
    case 'ArrowDown':
      return row(1)
    case 'ArrowUp':
      return row(-1)
    case 'PageDown':
      return row(size.page)
    case 'PageUp':
      return row(-size.page)
    case 'ArrowRight':
      return column(from.column + 1, 1)
    case 'ArrowLeft':
      return column(from.column - 1, -1)
    case 'Home':
      return column(0, 1, pressed.ctrlKey ? 0 : from.row)
    case 'End':
      return column(last, -1, pressed.ctrlKey ? Math.max(0, size.rows - 1) : from.row)
    default:
      return undefined
  }
}

function shownFrom(first: number, by: 1 | -1, { columns, isShown }: GridSize): number | undefined {
  for (let column = first; column >= 0 && column < columns; column += by) {
    if (isShown(column)) return column
  }
  return undefined
}

function clamp(row: number, last: number): number {
  return Math.max(0, Math.min(last, row))
}
