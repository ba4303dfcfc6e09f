/** Rows as they are shown, and whether a fresh look would show others, or these in another order. */
export interface RowsInPlace<Row> {
  rows: readonly Row[]
  isMoved: boolean
}

/**
 * Fresh rows in the places of those shown before them: what a person reads changes where it stands. A
 * shown row that is not among the fresh ones stays as it was. Where none were shown, nobody was reading any.
 */
export function rowsInPlace<Row extends { readonly uid: string }>(
  shown: readonly Row[] | undefined,
  fresh: readonly Row[],
): RowsInPlace<Row> {
  if (shown === undefined || shown.length === 0) return { rows: fresh, isMoved: false }
  const byUid = new Map(fresh.map((row) => [row.uid, row]))
  return {
    rows: shown.map((row) => byUid.get(row.uid) ?? row),
    isMoved:
      shown.length !== fresh.length || shown.some((row, index) => row.uid !== fresh[index]?.uid),
  }
}
