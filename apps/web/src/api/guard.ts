/** Whether a value that came from outside is what it should be. Checks for pages that have no room for a library of schemas. */
export type Guard<T> = (value: unknown) => value is T

export const isText: Guard<string> = (value) => typeof value === 'string'
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean'
export const isNumber: Guard<number> = (value) => typeof value === 'number'

/** A time in ISO 8601. */
export const isTime: Guard<string> = (value): value is string =>
  isText(value) && !Number.isNaN(Date.parse(value))

/** That, or null. */
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

/** A list of such. */
export function listOf<T>(guard: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(guard)
}

/** One of these words; the compiler sees to it that none is left out. */
export function oneOf<T extends string>(words: Readonly<Record<T, true>>): Guard<T> {
  return (value): value is T => isText(value) && Object.hasOwn(words, value)
}

/** An object with such properties, and perhaps with others; the compiler sees to it that none is left out. */
export function objectOf<T extends object>(
  properties: {
    readonly [K in keyof T]-?: Guard<T[K]>
  },
): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(properties)
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    guards.every(([key, guard]) => guard(Reflect.get(value, key)))
}

/** A text as JSON; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
