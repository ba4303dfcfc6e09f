/**
 * An object of EM's JSON under lower-cased keys. EM writes `CreationTimeUTC` in v12 and
 * `creationTimeUTC` in v13, and its vendor means to turn back: any case is read, for ever.
 * A Map, so that keys such as `__proto__` are only keys.
 */
export type FoldedRecord = ReadonlyMap<string, unknown>

// Lower-casing each of the 30 000 keys of a page costs more than all other reading together.
const foldedKeys = new Map<string, string>()
const mostFoldedKeys = 2000

function foldKey(key: string): string {
  const known = foldedKeys.get(key)
  if (known !== undefined) return known
  const folded = key.toLowerCase()
  if (foldedKeys.size < mostFoldedKeys) foldedKeys.set(key, folded)
  return folded
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The view of `value` by lower-cased keys, or null where it is not an object. Of keys that differ in case only, the first with a value counts. */
export function foldKeys(value: unknown): FoldedRecord | null {
  if (!isObject(value)) return null
  const record = new Map<string, unknown>()
  for (const key of Object.keys(value)) {
    const folded = foldKey(key)
    if ((record.get(folded) ?? null) === null) record.set(folded, value[key])
  }
  return record
}
