const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const
const step = 1024

/** A number of bytes for people, in binary units: `512 B`, `1.5 GiB`, `120 GiB`; a dash where it is not known. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return '—'
  let amount = bytes
  let unit = 0
  while (rounded(amount) >= step && unit < units.length - 1) {
    amount /= step
    unit += 1
  }
  return `${rounded(amount)} ${units[unit]}`
}

/** One decimal below a hundred, none above: three figures say enough of a size. */
function rounded(amount: number): number {
  return amount < 100 ? Math.round(amount * 10) / 10 : Math.round(amount)
}
