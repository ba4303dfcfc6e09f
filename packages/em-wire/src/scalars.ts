/** The text of a value, or null where it has none: absent, null, empty, or not a scalar. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return null
}

const decimal = /^\s*[-+]?\d{1,30}(?:\.\d{1,30})?\s*$/

/** A finite number, also where EM sent it as a string (seen in what was XML before); else null. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' && decimal.test(value) ? Number(value) : null
}

/** Largest value of EM's 64-bit fields; what lies above it is no amount of anything. */
const largestAmount = 2 ** 63

/** A number from 0 up, else null: below 0 no size, duration or count of EM has a meaning. */
export function readAmount(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && number >= 0 && number <= largestAmount ? number : null
}

/** A flag, also as `"True"`, `"false"`, 1 or 0; else null. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === 0) return value === 1
  if (typeof value !== 'string') return null
  const word = value.trim().toLowerCase()
  if (word === 'true' || word === '1') return true
  return word === 'false' || word === '0' ? false : null
}
