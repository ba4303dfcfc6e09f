/** The value below which this share (0 to 1) of the values lies; nearest rank. Throws for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('no values to take a quantile of')
  return value
}

/** The middle value, of an even number the lower of the two. Throws for no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
