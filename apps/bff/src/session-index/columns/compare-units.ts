/** Order of texts by code units, as `<` has it. */
export function compareUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
