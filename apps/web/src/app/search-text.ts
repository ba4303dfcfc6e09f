/** Query string → values: a key that repeats becomes a list. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  const search = new URLSearchParams(text)
  for (const key of new Set(search.keys())) {
    const all = search.getAll(key)
    values[key] = all.length === 1 ? (all[0] ?? '') : all
  }
  return values
}

/** Values → query string, such as a person can read and edit: lists repeat their key. */
export function printSearch(values: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(key, String(each))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
