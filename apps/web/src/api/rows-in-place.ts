/** Rows as they are shown, and whether a fresh look would show others, or these in another order. */
export interface RowsInPlace<Row> {
  rows: readonly Row[]
  isMoved: boolean
}

/** What tells a row of EM's from the others. */
export function uidOf({ uid }: { readonly uid: string }): string {
  return uid
}

/**
 * Fresh rows in the places of those shown before them: what a person reads changes where it stands. A
 * shown row that is not among the fresh ones stays as it was. Where none were shown, nobody was reading any.
 * `idOf` tells one row from another.
 */
export function rowsInPlace<Row>(
  shown: readonly Row[] | undefined,
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): RowsInPlace<Row> {
  if (shown === undefined || shown.length === 0) return { rows: fresh, isMoved: false }
  const byId = new Map(fresh.map((row) => [idOf(row), row]))
  const rows = shown.map((row) => byId.get(idOf(row)) ?? row)
  return {
    rows,
    isMoved: rows.length !== fresh.length || rows.some((row, index) => row !== fresh[index]),
  }
}
