/** One or two letters for a person, of the name without its domain: `LAB\anna.krause` is AK. */
export function initialsOf(name: string): string {
  const own = name.slice(name.lastIndexOf('\\') + 1)
  const parts = own.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]]
  return letters
    .map((part) => [...(part ?? '?')][0])
    .join('')
    .toUpperCase()
}
