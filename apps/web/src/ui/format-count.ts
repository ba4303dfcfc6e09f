const noBreakSpace = '\u00a0'

/** A whole number with its thousands set apart: `10 240`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, noBreakSpace)
}

/** A count with its noun: `1 VM`, `1 200 VMs`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
