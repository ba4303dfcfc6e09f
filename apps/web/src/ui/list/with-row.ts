/** Rows in ascending order with one more of the list among them; as they are where it has none such. */
export function withRow(rows: number[], row: number | undefined, count: number): number[] {
  if (row === undefined || row >= count || rows.includes(row)) return rows
  return [...rows, row].sort((a, b) => a - b)
}
